// SPDX-License-Identifier: EUPL-1.2
// Small manners a machine can see: licence lines, valid JSON, nothing forbidden in what a citizen gets.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  .split('\0').filter((name) => name && fs.existsSync(path.join(root, name)));
const problems = [];
for (const name of files) {
  const text = () => fs.readFileSync(path.join(root, name), 'utf8');
  const isScript = /^scripts\/[^.]+$|^\.ci\//.test(name);
  if ((/\.(cpp|h|inc|mjs|js|css|cmake)$/.test(name) || isScript || name.endsWith('CMakeLists.txt')) && !text().slice(0, 400).includes('SPDX-License-Identifier: EUPL-1.2')) {
    problems.push(`${name}: has no SPDX line`);
  }
  if (name.endsWith('.json') && !name.startsWith('tests/')) {
    try {
      JSON.parse(text());
    } catch (error) {
      problems.push(`${name}: ${error.message}`);
    }
  }
  if (/^(src|web)\//.test(name) && /\.(cpp|h|js|mjs|html)$/.test(name)) {
    const code = text();
    for (const [what, pattern] of [['eval', /\beval\(|new Function\(/], ['raw HTML', /\.innerHTML\s*=[^=]/], ['inline script', /EM_ASM|emscripten_run_script/]]) {
      if (pattern.test(code) && !(what === 'raw HTML' && name === 'web/policy.js')) problems.push(`${name}: ${what}`);
    }
  }
}
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exit(1);
console.log(`manners: ${files.length} files`);
