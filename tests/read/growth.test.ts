import { describe, expect, it } from 'vitest'
import { lintPolicy } from '../../src/lint/index.js'
import { presentPolicy, resolveBrand } from '../../src/present/index.js'
import { readPolicy } from '../../src/read/index.js'
import { renderHtml } from '../../src/render/html/index.js'
import { type Resolved, resolve } from '../../src/resolve/index.js'
import { compareVersions } from '../../src/versions/index.js'
import { loadWording } from '../../src/workspace/index.js'
import { layout } from '../render/html/build.js'
import { growth, TOO_FAST } from '../support/growth.js'

const read = (text: string): Resolved => resolve(readPolicy(text, 'a.md').value).value

const wording = loadWording(undefined, 'nl')

/** What is done to a text, and to two versions of it. */
const STAGES = {
  read: ([text]: readonly string[]) => readPolicy(text ?? '', 'a.md'),
  lint: ([text]: readonly string[]) => lintPolicy(read(text ?? ''), { names: ['De Linde'] }),
  page: ([text]: readonly string[]) => {
    const brand = resolveBrand(undefined, new Map()).value
    const setting = { organisation: { name: 'De Linde' }, brand, wording, attachments: [] }
    return renderHtml(presentPolicy(read(text ?? ''), setting), { layout, wording })
  },
  diff: ([was, now]: readonly string[]) =>
    compareVersions(
      { policy: read(was ?? '').policy, ref: 'a', hash: '' },
      { policy: read(now ?? '').policy, ref: 'b', hash: '' },
    ),
}

// What is written again and again; no stage looks from each to all others.
describe.each([
  ['items', (i: number) => `- Een leerling bewaart telefoon ${i} in het kluisje.\n`],
  ['items that go on from the margin', (i: number) => `- Een leerling\nbewaart telefoon ${i}\nin het kluisje.\n`],
  ['items in items', (i: number) => `${'  '.repeat(i % 5)}- Een leerling bewaart telefoon ${i}.\n`],
  ['items apart', (i: number) => `${i + 1}. De ouders melden verzuim ${i}.\n\n`],
  ['lists', (i: number) => `De regels van dag ${i}:\n\n- Een *leerling* is op tijd.\n\n`],
  ['headings', (i: number) => `# Regel ${i}\n\n`],
  ['headings of one name', () => '# Regel\n\n'],
  ['quotations in items', (i: number) => `- > Een leerling meldt ${i}.\n`],
  ['images', (i: number) => `![Een foto](foto-${i}.png)\n\n`],
  ['tables', (i: number) => `| Dag | Uur |\n|---|---|\n| ${i} | negen |\n\n`],
  ['notes', (i: number) => `De regel[^${i}].\n\n[^${i}]: Van dag ${i}.\n\n`],
  ['references', (i: number) => `Zie [](#regel-${i + 1}). {#regel-${i}}\n\n`],
] as const)('a text of %s takes the time of its length', (_, unit) => {
  const texts = (times: number) => {
    const was = Array.from({ length: times }, (_, i) => unit(i)).join('')
    return [was, was.replaceAll('7', '8')] as const
  }

  it.each(Object.entries(STAGES))('in %s', (_, run) => {
    const times = run === STAGES.page ? 800 : 300
    // A text that is refused takes no time at all.
    expect(readPolicy(texts(4 * times)[0], 'a.md').messages.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(growth(texts, run, times)).toBeLessThan(TOO_FAST)
  })
})
