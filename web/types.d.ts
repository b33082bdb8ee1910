// SPDX-License-Identifier: EUPL-1.2
// The JSON that passes the door (src/door/README.md, src/session/format.h), as the shell knows it.

/** none: a shared computer, by the person's choice. */
export type Storage = 'device' | 'none' | 'unavailable';

/** What the page around knows already; answers in the JSON forms of a submission. */
export interface Given {
  from: string;
  answers: Record<string, unknown>;
}

export interface Intent { intent: string; [member: string]: unknown }

export type Outcome =
  | { outcome: 'fetched'; status: number; headers: Record<string, string>; body: string }
  | { outcome: 'unreached'; reason: 'offline' | 'timeout' | 'failed' }
  | { outcome: 'kept' }
  | { outcome: 'not-kept'; reason: 'newer-exists' | 'full' | 'unavailable' }
  | { outcome: 'recalled'; body?: string; revision: number }
  | { outcome: 'waited' };

export interface FetchEffect { effect: 'fetch'; id: number; method: string; url: string; headers: Record<string, string>; body: string }
export interface KeepEffect { effect: 'keep'; id: number; name: string; expected: number; revision: number; body: string }
export interface RecallEffect { effect: 'recall'; id: number; name: string }
export interface ForgetEffect { effect: 'forget'; id: number; name: string }
export interface WaitEffect { effect: 'wait'; id: number; seconds: number }
export interface MoveFocusEffect { effect: 'move-focus'; id: number; target: string }
export interface AnnounceEffect { effect: 'announce'; id: number; text: string; language?: string; direction?: string }
export interface LeaveEffect { effect: 'leave'; id: number; address: string }
export type Effect =
  | FetchEffect | KeepEffect | RecallEffect | ForgetEffect | WaitEffect | MoveFocusEffect | AnnounceEffect | LeaveEffect;

export interface Page {
  title: string;
  language: string;
  direction: 'ltr' | 'rtl';
  address: string;
  kind: string;
  changed: boolean;
  unsaved: boolean;
  html?: string;
}
export interface Step { page?: Page; effects?: Effect[]; problems?: unknown[] }
export interface Facts { revision: number; body?: string }

export interface Exports {
  memory: WebAssembly.Memory;
  _initialize(): void;
  polku_allocate(size: number): number;
  polku_release(pointer: number): void;
  polku_open(pointer: number, size: number): number;
  polku_add_language(pointer: number, size: number): number;
  polku_update(pointer: number, size: number): number;
  polku_resolve(pointer: number, size: number): number;
  polku_restore(pointer: number, size: number): number;
  polku_call(pointer: number, size: number): number;
  polku_facts(): number;
  polku_close(): void;
}

/** site.json as scripts/build-site.mjs publishes it. */
export interface PublicSite {
  id: string;
  languages: string[];
  timeZone: string;
  theme?: Record<string, string>;
  contact?: { phone?: string; email?: string; web?: string };
  'x-languages'?: Record<string, { name: string; direction: 'ltr' | 'rtl' }>;
  'x-engine': unknown[];
  [member: string]: unknown;
}

/** languages/<tag>.json as scripts/build-site.mjs publishes it. */
export interface LanguagePack { locale: unknown; engine: unknown; site: unknown }

/** Bytes of a file, under the name that a draft knows it by. */
export interface KeptFile { ref: string; draft: string; bytes: Blob }
export interface Kept { name: string; revision: number; body: string; at: number }

export interface Host {
  /** "site/service": what drafts and locks are named by. */
  name: string;
  site: PublicSite;
  /** Relative addresses are relative to it. */
  siteUrl: string;
  /** The element that is painted into. */
  stage: HTMLElement;
  root: ShadowRoot;
  /** Whether this session keeps anything on the device. */
  readonly keeps: boolean;
  /** The revision of what is kept, as far as this tab knows. */
  readonly revision: number;
  noteRevision(revision: number): void;
  resolve(id: number, outcome: Outcome): void;
  addLanguage(language: string): Promise<void>;
  restart(): void;
}

declare global {
  /** i18n/web/, put in by scripts/build-site.mjs. */
  const POLKU_WORDS: Record<string, Record<string, string>>;
  /** Whether any service of the site asks for files: one that does not carries none of the code for them. */
  const POLKU_HAS_FILES: boolean;
  /** Service → the engine it is published for. */
  const POLKU_ENGINES: Record<string, string>;
}
