import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Policy } from '../../src/model/index.js'
import { readPolicy } from '../../src/read/index.js'
import { resolve } from '../../src/resolve/index.js'
import { compareVersions } from '../../src/versions/index.js'
import { clausule } from '../support/cli.js'
import { skipsOffice } from '../support/converters.js'
import { folder, front, workspace } from '../support/workspace.js'
import { type DocumentEdit, editedInOffice, editsOf, type Line, linesOf } from './edits.js'

const NAMES = ['aeres', 'allure', 'aloysius', 'casparus', 'flex-college']
// Each seed makes some ten edits of a policy.
const SEEDS = Math.ceil(Number(process.env.CLAUSULE_LAWS ?? 0) / 10)

const KLUIS = `${front('numbering: { headings: [decimal], items: [decimal, lower-alpha] }')}# Gebruik {#gebruik}

1. De kluis blijft dicht onder de les.[^les] {#dicht}
2. Bij verlies van de sleutel: {#verlies}
   1. meldt de leerling het dezelfde dag; {#melden}
   2. betaalt hij een nieuwe, zie [](#prijzen). {#betalen}
3. De conciërge bewaart een tweede sleutel, ook na [](#verlies). {#tweede}
4. Een kluis is geen prullenbak. {#netjes}
5. In juli zijn alle kluizen leeg. {#leeg}

# Kosten {#kosten}

De kosten staan in deze tabel. {#wat-het-kost}

| Wat | Kosten |
| - | - |
| sleutel | 5 euro |
| kluis | 40 euro |
{#prijzen}

[^les]: Ook onder een toets.
`

const read = (source: string) => readPolicy(source, 'media.md').value
const shown = ({ kind, depth, words }: Line) => `${kind} ${depth} ${words}`

/** What differs between two versions beside the edits that were made: nothing, where all is well. */
function wrong(old: string, next: string, edits: readonly DocumentEdit[]): string[] {
  const [before, after] = [read(old), read(next)].map((policy) => resolve(policy).value.policy) as [Policy, Policy]
  const expected = edits.reduce((lines: readonly Line[], { apply }) => apply(lines), linesOf(before))
  const lines = linesOf(after)
  const at = Array.from({ length: Math.max(expected.length, lines.length) }, (_, i) => i)
  const side = (line: Line | undefined) => (line === undefined ? 'nothing' : shown(line))
  const other = at.find((i) => side(expected[i]) !== side(lines[i]))
  const { entries, facts } = compareVersions(
    { policy: before, ref: 'old', hash: '' },
    { policy: after, ref: 'next', hash: '' },
  ).value
  const ids = (fits: (entry: (typeof entries)[number]) => boolean) =>
    entries.filter(fits).map(({ old: [from], next: [to] }) => from?.clause.id ?? to?.clause.id ?? '')
  const moves = edits.flatMap((edit) => (edit.moves.length > 0 ? [edit.moves] : []))
  const movedIds = ids(({ moved }) => moved)
  const changedIds = ids(({ fate }) => fate !== 'unchanged')
  return [
    ...(other === undefined ? [] : [`expected ${side(expected[other])}`, `     got ${side(lines[other])}`]),
    ...expected.flatMap(({ id }, i) => (id === undefined || lines[i]?.id === id ? [] : [`${id} is now ${lines[i]?.id}`])),
    ...(movedIds.length === moves.length && moves.every((group) => group.some((id) => movedIds.includes(id)))
      ? []
      : [`moved: ${movedIds.join(', ')}`]),
    ...(changedIds.length === edits.length - moves.length ? [] : [`changed: ${changedIds.join(', ')}`]),
    ...facts.filter(({ fact }) => fact !== 'approvals' && fact !== 'proposal').map((fact) => JSON.stringify(fact)),
  ]
}

/** What is wrong with files that come back into a policy after LibreOffice saved them, by what was done there. */
async function bringBack(name: string, root: string, sets: (source: string) => readonly (readonly DocumentEdit[])[]) {
  const path = join(root, 'policies', `${name}.md`)
  const source = readFileSync(path, 'utf8')
  const built = JSON.parse((await clausule(root, ['build', name, '--format', 'docx', '--json'])).out)
  const bytes = readFileSync(join(root, built.written[0]))
  const edited = sets(source)
  const files = editedInOffice(edited.map((edits) => ({ bytes, edits })))
  const failed: Record<string, readonly string[]> = {}
  for (const [i, edits] of edited.entries()) {
    const target = folder()
    cpSync(root, target, { recursive: true })
    writeFileSync(join(target, 'bewerkt.docx'), files[i] as Uint8Array)
    const { code, err } = await clausule(target, ['import', 'bewerkt.docx', '--into', name, '--quiet'])
    const next = readFileSync(join(target, 'policies', `${name}.md`), 'utf8')
    const said = code === 0 ? wrong(source, next, edits) : [err]
    if (said.length > 0) failed[edits.map(({ what }) => what).join('; ')] = said
  }
  return failed
}

const seeds = (count: number) => Array.from({ length: count }, (_, i) => i + 1)

describe.skipIf(skipsOffice)('a Word file of ours that was edited in LibreOffice comes back into its policy', () => {
  it('with exactly the edits, one of each kind', async () => {
    const root = workspace(KLUIS)
    expect(await bringBack('linde/media', root, (source) => editsOf(read(source), 3).map((edit) => [edit]))).toEqual({})
  })

  for (const [i, name] of NAMES.entries()) {
    it(`with exactly the edits, all at once, in ${name}/social-media`, async () => {
      const root = folder()
      for (const part of ['policies', 'templates']) cpSync(part, join(root, part), { recursive: true })
      const all = (source: string) => [
        editsOf(read(source), i + 1),
        ...seeds(SEEDS).flatMap((seed) => [...editsOf(read(source), seed).map((edit) => [edit]), editsOf(read(source), seed)]),
      ]
      expect(await bringBack(`${name}/social-media`, root, all)).toEqual({})
    })
  }
})
