import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { applyPatch } from 'diff'
import { expect, it } from 'vitest'
import { candidates, FEW } from '../../src/schools/candidates.js'
import { readCorpus } from '../../src/schools/features.js'
import { type SchoolPolicy, schoolPolicy } from '../../src/schools/index.js'
import { textOf } from '../site/build.js'
import { SAYS, sampleWorkspace, schoolFiles } from '../site/sample.js'
import { clausule } from '../support/cli.js'
import { resolved } from '../support/policy.js'
import { filesIn, folder, front, workspace } from '../support/workspace.js'

const items = (count: number, after = ''): string =>
  `${Array.from({ length: count }, (_, at) => `${at + 1}. De leerling meldt zich op dag ${at}.${after}`).join('\n')}\n`

it('refuses to compare texts that are longer than any policy, and says how long they may be', async () => {
  const root = folder({ 'a.md': items(3_001), 'b.md': items(1_001, ` ${'De ouder weet dat. '.repeat(15)}`) })
  const clauses = await clausule(root, ['compare', 'a.md', 'a.md'])
  expect(clauses.code).toBe(1)
  expect(clauses.err).toContain('Unexpected 3,001 clauses, expected at most 3,000 of a text that is compared')
  const compare = await clausule(root, ['compare', 'b.md', 'b.md'])
  expect(compare.code).toBe(1)
  expect(compare.err).toMatch(/Unexpected \d{3},\d{3} letters, expected at most 300,000 of a text that is compared/)
})

it('counts the sentences of a clause as well: each is held against all others', async () => {
  const root = folder({
    'a.md': `${'De ouder weet dat. '.repeat(1_000)}\n\n`.repeat(3),
    'b.md': `    De ouder weet van ${'de regel en '.repeat(2)}meer\n`.repeat(3_001),
  })
  const { code, err } = await clausule(root, ['compare', 'b.md', 'b.md'])
  expect(code).toBe(1)
  expect(err).toContain('Unexpected 3,001 sentences, expected at most 3,000 of a text that is compared')
  const most = await clausule(root, ['compare', 'a.md', 'a.md', '--lang', 'nl'])
  expect(most.err).not.toContain('zinnen')
})

it('leaves such a text out of the comparison of a site as well, says so each time, and shows it all the same', async () => {
  const long = textOf('1.0.0', `${'Dat is zo. '.repeat(1_001)}\n\n`.repeat(3), SAYS)
  const root = folder({ ...sampleWorkspace(), ...schoolFiles('eik', { 'cameras.md': long }) })
  const made = async () => (await clausule(root, ['site'])).err
  const said = 'Unexpected 3,004 sentences, expected at most 3,000 of a text that is compared'
  expect(await made()).toContain(said)
  const pages = filesIn(join(root, 'out/site'))
  expect(pages).toContain('eik/cameras/index.html')
  expect(pages.filter((path) => path.startsWith('compare/'))).toEqual([])
  expect(await made()).toContain(said)
})

it('looks at the best counterparts only where two texts say the same in every sentence', () => {
  const text = resolved(Array.from({ length: 1_020 }, () => '1. De ouder meldt dat.\n').join(''))
  const [a, b] = ['a', 'b'].map((ref) => schoolPolicy(text, { ref, organisation: ref, names: [ref] }))
  expect(candidates(readCorpus([a, b] as SchoolPolicy[], []), Number.POSITIVE_INFINITY).limit).toBe(FEW)
})

it('shows as one piece what ids writes into thousands of lines', async () => {
  const text = `${front()}${items(1_500)}`
  const root = workspace(text)
  const { out } = await clausule(root, ['ids', '--json'])
  const [{ patch }] = JSON.parse(out).files
  expect(patch.match(/^@@/gm)).toHaveLength(1)
  expect(applyPatch(text, patch)).toBe(readFileSync(join(root, 'policies/linde/media.md'), 'utf8'))
})
