// SPDX-License-Identifier: EUPL-1.2
// JSON Pointers (RFC 6901) as these tests use them.
export const escaped = (name) => String(name).replaceAll('~', '~0').replaceAll('/', '~1');
export const partsOf = (pointer) => pointer.split('/').slice(1).map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));

/** What stands at a pointer; undefined: nothing. */
export const at = (json, pointer) => partsOf(pointer).reduce((value, part) => (value !== null && typeof value === 'object' && Object.hasOwn(value, part) ? value[part] : undefined), json);

/** A copy in which one place is replaced by `value`, or taken out where it is undefined. */
export function replaced(json, pointer, value) {
  const copy = structuredClone(json);
  const parts = partsOf(pointer);
  const last = parts.pop();
  const container = parts.reduce((inner, part) => inner[part], copy);
  if (value !== undefined) container[last] = value;
  else if (Array.isArray(container)) container.splice(Number(last), 1);
  else delete container[last];
  return copy;
}

/** Every string value in it; names of members are none. */
export function stringsIn(json, found = new Set()) {
  if (typeof json === 'string') found.add(json);
  else if (json !== null && typeof json === 'object') for (const value of Object.values(json)) stringsIn(value, found);
  return found;
}
