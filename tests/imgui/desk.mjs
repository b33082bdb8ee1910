// SPDX-License-Identifier: EUPL-1.2
// The studio's own window on a screen that nobody sits before (Xvfb), drawn by software: what it shows can be looked at, dot by dot.
//
//   const desk = await openWindow({ walk: 'tests/imgui/employer-number.walk' });
//   const { width, height, dots } = await desk.settle();      // RGBA, once two pictures in a row are the same
//   await desk.close();
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const studio = path.join(path.dirname(path.resolve(root, process.env.POLKU ?? 'build/polku')), 'polku-studio');

/** Why no window can be had here; empty: one can. */
export function whatIsMissing() {
  if (!fs.existsSync(studio)) return 'the studio is not built (scripts/fetch-imgui)';
  try {
    execFileSync('Xvfb', ['-help'], { stdio: 'ignore' });
  } catch (error) {
    if (error.code === 'ENOENT') return 'Xvfb is not installed';
  }
  return /libglfw/.test(execFileSync('ldd', [studio], { encoding: 'utf8' })) ? '' : 'the studio was built without GLFW';
}

/** The picture in Xvfb's file (X11/XWDFile.h: 25 big-endian numbers, a name, colours, then the dots). */
function readScreen(file) {
  const bytes = fs.readFileSync(file);
  const number = (index) => bytes.readUInt32BE(index * 4);
  const [headerSize, width, height, lineBytes, colours] = [number(0), number(4), number(5), number(12), number(19)];
  const start = headerSize + colours * 12;
  const dots = Buffer.alloc(width * height * 4);
  for (let down = 0; down < height; down += 1) {
    for (let across = 0; across < width; across += 1) {
      const from = start + down * lineBytes + across * 4, to = (down * width + across) * 4;
      [dots[to], dots[to + 1], dots[to + 2], dots[to + 3]] = [bytes[from + 2], bytes[from + 1], bytes[from], 255];
    }
  }
  return { width, height, dots };
}

export const pause = (milliseconds) => new Promise((done) => { setTimeout(done, milliseconds); });

export async function openWindow({ service = 'assets/services/resident-parking-permit', walk = 'tests/imgui/employer-number.walk' } = {}) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'polku-desk-'));
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1400x900x24', '-fbdir', folder, '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const [display] = await once(screen.stdio[3], 'data');
  const program = spawn(studio, [service, '--site', 'assets/sites/koivuranta', '--language', 'en', '--today', '2026-11-22', '--walk', walk],
    { cwd: root, env: { ...process.env, DISPLAY: `:${String(display).trim()}`, LIBGL_ALWAYS_SOFTWARE: '1' }, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  program.stderr.on('data', (words) => { said += words; });
  const end = async (child) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  };
  const look = () => readScreen(path.join(folder, 'Xvfb_screen0'));
  return {
    pid: program.pid,
    look,
    async settle() {
      let before = look();
      for (let tries = 0; tries < 100; tries += 1) {
        await pause(300);
        if (program.exitCode !== null) throw new Error(`the studio ended with ${program.exitCode}: ${said}`);
        const now = look();
        // A bare screen is all one colour.
        if (now.dots.equals(before.dots) && !now.dots.subarray(4).equals(now.dots.subarray(0, -4))) return now;
        before = now;
      }
      throw new Error(`the studio shows nothing, or never rests: ${said}`);
    },
    async close() {
      await end(program);
      await end(screen);
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}
