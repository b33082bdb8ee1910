// SPDX-License-Identifier: EUPL-1.2
// A site's theme as CSS: tokens alone. A colour is for light surroundings; "brand-dark" is "brand" for dark ones, and without it the built-in dark colour
// stays, which is known to be readable.

const isColour = (value) => /^(#|rgb|hsl|oklch|oklab|lab|lch|color\()/i.test(value);

export function themeRules(theme, selector) {
  const safe = Object.entries(theme).filter(([name, value]) => /^[a-z][a-z0-9-]*$/.test(name) && /^[#\w\s.,()%"'-]+$/.test(value));
  const rule = (tokens) => `${selector}{${tokens.map(([name, value]) => `--polku-${name}:${value}`).join(';')}}`;
  const light = safe.filter(([name, value]) => isColour(value) && !name.endsWith('-dark'));
  const dark = safe.filter(([name]) => name.endsWith('-dark')).map(([name, value]) => [name.slice(0, -'-dark'.length), value]);
  const always = safe.filter(([name, value]) => !isColour(value) && !name.endsWith('-dark'));
  return [
    always.length > 0 && rule(always),
    light.length > 0 && `@media (prefers-color-scheme:light){${rule(light)}}`,
    dark.length > 0 && `@media (prefers-color-scheme:dark){${rule(dark)}}`,
  ].filter(Boolean).join('');
}
