/**
 * Measures the press: whole processes from start to file, medians of five, for 2, 20 and 200 pages, beside a bare PDFKit loop that
 * writes the same words untagged and without layout of our own. Run: `node bench/press.mjs`.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const RUNS = 5

const folder = mkdtempSync(join(tmpdir(), 'press-bench-'))
try {
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  for (const name of ['press-ours', 'press-bare']) {
    await build({
      entryPoints: [join(ROOT, 'bench', `${name}.ts`)],
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      outfile: join(folder, `${name}.mjs`),
    })
  }
  process.stdout.write('pages  program      seconds  MB peak  kB file  pages made\n')
  for (const pages of [2, 20, 200]) {
    const medians = {}
    for (const name of ['press-bare', 'press-ours']) {
      const runs = Array.from({ length: RUNS }, () => run(name, pages)).sort((a, b) => a.seconds - b.seconds)
      const { seconds, memory, size, made } = runs[RUNS >> 1]
      medians[name] = seconds
      const cells = [String(pages).padEnd(5), name.padEnd(11), seconds.toFixed(2).padStart(7), memory.toFixed(0).padStart(7)]
      process.stdout.write(`${[...cells, (size / 1024).toFixed(0).padStart(7), String(made).padStart(6)].join('  ')}\n`)
    }
    process.stdout.write(`       ours / bare  ${(medians['press-ours'] / medians['press-bare']).toFixed(2).padStart(6)}\n`)
  }
} finally {
  rmSync(folder, { recursive: true })
}

function run(name, pages) {
  const out = join(folder, 'out.pdf')
  const started = process.hrtime.bigint()
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, `${name}.mjs`), String(pages), out], {
    encoding: 'utf8',
  })
  const seconds = Number(process.hrtime.bigint() - started) / 1e9
  if (status !== 0) throw new Error(stderr)
  const bytes = readFileSync(out)
  const made = bytes.toString('latin1').match(/\/Type \/Page\n/g)?.length ?? 0
  writeFileSync(out, '')
  return { seconds, memory: Number(stdout), size: bytes.length, made }
}
