/**
 * Makes the files of the program scripts, and keeps what V8 made of them for Node 20: of modules it keeps nothing, and to compile the
 * program took a quarter of the time of a small document.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { transform } from 'esbuild'
import { shared } from './bundle.mjs'

/** Files of modules that were bundled become scripts beside them; the doors stay modules, and so does what starts the command line. */
export async function asScripts(outdir) {
  const chunks = join(outdir, 'chunks')
  for (const name of readdirSync(chunks).filter((name) => name.endsWith('.js'))) {
    const { code } = await transform(readFileSync(join(chunks, name), 'utf8'), {
      format: 'cjs',
      platform: 'node',
      target: shared.target,
      supported: shared.supported,
      minifySyntax: true,
      minifyWhitespace: true,
      define: { 'import.meta.url': '__url' },
    })
    const place = code.includes('__url') ? 'const __url=require("node:url").pathToFileURL(__filename).href;' : ''
    const text = code
      .replaceAll(/require\("(\.\/[^"]+)\.js"\)/g, 'require("$1.cjs")')
      .replaceAll(/import\("(\.\/[^"]+)\.js"\)/g, 'Promise.resolve().then(()=>require("$1.cjs"))')
      // Whoever loads a script from what was compiled imports for it (src/workspace/compiled.ts).
      .replaceAll(/import\(("[^".][^"]*")\)/g, '(require.importModule??(name=>import(name)))($1)')
    writeFileSync(join(chunks, name.replace(/\.js$/, '.cjs')), text.replace(/^"use strict";|^/, `"use strict";${place}`))
    rmSync(join(chunks, name))
  }
  for (const name of readdirSync(outdir).filter((name) => name.endsWith('.js'))) {
    const path = join(outdir, name)
    const text = readFileSync(path, 'utf8')
    writeFileSync(path, name === 'cli.js' ? asStart(text) : text.replaceAll(/(["'])(\.\/chunks\/[^"']+)\.js\1/g, '$1$2.cjs$1'))
  }
}

/** The command line loads its first script itself, once it was said how scripts are loaded. */
const asStart = (text) =>
  text
    .replaceAll(/import"\.\/chunks\/[^"]+";/g, '')
    .replace(/await import\("(\.\/chunks\/[^"]+)\.js"\)/, 'module.createRequire(import.meta.url)("$1.cjs")')

const POLICY = `---
title: Sleutels
organisation: school
version: 1.0.0
status: draft
lang: nl
numbering: { headings: [decimal], items: [lower-alpha] }
---

# Uitgifte {#uitgifte}

De conciërge geeft **elke** sleutel uit, zie [](#lijst). {#concierge}

1. Wie een sleutel leent, tekent. {#tekent}
2. Een sleutel gaat binnen vijf dagen terug. {#terug}
3. Een medewerker mag een sleutel alleen met toestemming van de directeur meenemen, tenzij het gebouw dicht is. {#mee}
4. Leerlingen krijgen geen sleutel. Zij vragen de conciërge om open te doen. {#leerlingen}

Het is verboden een sleutel na te maken. Als iemand een sleutel verliest, moet hij dat meteen melden bij de conciërge; de school
kan de kosten, ten hoogste € 40, in rekening brengen. {#verlies}

| Lokaal | Sleutel |
| --- | --- |
| aula | geel |
{#lijst}
`

/** What is run to see what of the program commands ask for, beside what none of them do without. */
const RUNS = {
  build: [['build', '--format', 'pdf']],
  lint: [['lint'], ['list'], ['diff', 'school/sleutels', 'other.md', '--json']],
  compare: [['compare', 'school/sleutels', 'other.md', '--json']],
}

/** Runs commands on a small policy, each kind with its own flags, and keeps what V8 made of the program. */
export function keepCompiled(outdir) {
  const folder = mkdtempSync(join(tmpdir(), 'clausule-compiled-'))
  const school = join(folder, 'policies/school')
  mkdirSync(school, { recursive: true })
  writeFileSync(join(school, 'organisation.yaml'), 'name: De school\n')
  writeFileSync(join(school, 'sleutels.md'), POLICY)
  writeFileSync(
    join(folder, 'other.md'),
    POLICY.replace('vijf', 'zes').replace('de directeur', 'de teamleider').replace('Leerlingen', 'Ouders'),
  )
  mkdirSync(join(outdir, 'compiled'))
  try {
    for (const runs of [Object.values(RUNS).flat(), ...Object.values(RUNS)]) {
      const own = Object.values(RUNS).includes(runs)
      const { status, stderr } = spawnSync(
        process.execPath,
        [
          fileURLToPath(new URL('run-compiled.mjs', import.meta.url)),
          join(process.cwd(), outdir),
          String(own),
          JSON.stringify(runs),
        ],
        { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' },
      )
      if (status !== 0) throw new Error(`The program could not be run to be compiled: ${stderr}`)
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
