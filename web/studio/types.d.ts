// SPDX-License-Identifier: EUPL-1.2
// The JSON that passes between the studio and its page (src/host/studio/tell.h), and Emscripten's glue as far as it is used.

export interface Files { isWalked: boolean; problems: string[] }

export interface StudioPage {
  title: string;
  language: string;
  direction: 'ltr' | 'rtl';
  address: string;
  kind: string;
  html: string;
  focus: string;
}

export interface Seen { kind: string; words: string; typed?: string; chosen?: true; wrong?: true; current?: true; x: number; y: number }
export interface Sight { seen: Seen[]; panels: Record<string, string[]>; submissions: string[]; frames: number }

/** studio/sources.json as scripts/build-site.mjs writes it. */
export interface Sources { site: string; timeZone: string; services: { id: string; title: string }[]; files: string[] }

export interface Glue {
  FS: {
    mkdirTree(path: string): void;
    writeFile(path: string, content: string | Uint8Array): void;
    readFile(path: string, options: { encoding: 'utf8' }): string;
    analyzePath(path: string): { exists: boolean };
  };
  lengthBytesUTF8(words: string): number;
  stringToUTF8(words: string, pointer: number, size: number): void;
  _malloc(size: number): number;
  _free(pointer: number): void;
  ccall(name: string, result: 'string' | 'number' | null, types: string[], values: unknown[]): string | number | undefined;
}

declare global {
  /** For tests and the console: what is seen, where, and what the panels say. */
  var polkuStudio: { sight(): Sight } | undefined;
}
