import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { importDocument } from '../../src/import/index.js'
import { clauses, type Policy } from '../../src/model/index.js'
import { readPolicy } from '../../src/read/index.js'
import {
  type Attached,
  applyAttachment,
  asWritten,
  proposeAttachment,
  type Relative,
  readWordings,
  type Wordings,
} from '../../src/tailor/index.js'
import { vocabularies } from '../schools/support.js'

// The originals belong to others and are no part of this repository; where they are absent these tests are skipped, and say so.
const SEEDS = new URL('../../../shared/seeds/', import.meta.url)
const there = existsSync(SEEDS)

type Pairs = readonly (readonly [ordinal: number, provision: string])[]

interface Reading {
  readonly expected: Pairs
  readonly allowed: Pairs
}

interface Original extends Reading {
  readonly name: string
  readonly seed: string
  readonly clauses: number
}

interface Truth {
  readonly documents: readonly (Omit<Original, keyof Reading> & { readonly readings: readonly [Reading, Reading] })[]
}

const has = (pairs: Pairs, one: number, id: string): boolean =>
  pairs.some(([clause, provision]) => clause === one && provision === id)

/** What both readers expect; what one of them expects or allows is neither right nor wrong. */
function agreed([first, second]: readonly [Reading, Reading]): Reading {
  const expected = first.expected.filter(([clause, id]) => has(second.expected, clause, id))
  const all = [first, second].flatMap((each) => [...each.expected, ...each.allowed])
  return { expected, allowed: all.filter(([clause, id]) => !has(expected, clause, id)) }
}

const truth = (JSON.parse(readFileSync(new URL('originals.json', import.meta.url), 'utf8')) as Truth).documents.map(
  ({ readings, ...document }): Original => ({ ...document, ...agreed(readings) }),
)
const edition = new URL('../../templates/sector/releases/social-media@1.0.0.md', import.meta.url)
const template = readPolicy(readFileSync(edition), 'social-media@1.0.0.md').value
/** How schools are known to say the provisions: written from the model, by somebody who had not read the originals. */
const beside = new URL('../../templates/sector/social-media.wordings.yaml', import.meta.url)
const wordings = readWordings(readFileSync(beside, 'utf8'), 'social-media.wordings.yaml', [template]).value

/** The most pairs that give every clause and every provision to one. */
function reachable(pairs: Pairs): number {
  const by = new Map<string, number>()
  const place = (clause: number, seen: Set<string>): boolean =>
    pairs.some(([other, provision]) => {
      if (other !== clause || seen.has(provision)) return false
      seen.add(provision)
      const holder = by.get(provision)
      if (holder !== undefined && !place(holder, seen)) return false
      by.set(provision, clause)
      return true
    })
  return [...new Set(pairs.map(([clause]) => clause))].filter((clause) => place(clause, new Set())).length
}

const imported = new Map<string, Promise<Policy>>()
/** An original as it is imported; each once. */
function original({ name, seed, clauses: count }: Original): Promise<Policy> {
  const known = imported.get(name)
  if (known) return known
  const reading = async (): Promise<Policy> => {
    const file = readdirSync(SEEDS).find((each) => each.startsWith(seed)) ?? ''
    const { value } = await importDocument(readFileSync(new URL(file, SEEDS)), file)
    if (!value) throw new Error(`${file} was not imported`)
    expect(namesIn(value.policy).length, name).toBe(count)
    return value.policy
  }
  const read = reading()
  imported.set(name, read)
  return read
}

/** The ids of the clauses of a text in order, headings among them. */
const namesIn = (school: Policy): readonly string[] =>
  clauses(school).flatMap(({ id, kind }) => (kind === 'note' ? [] : (id ?? [])))

/** An original as a person attaches it who confirms what the reader said: each provision is the first clause that says it, the others cover it. */
async function attached(document: Original): Promise<Relative> {
  const school = await original(document)
  const ids = namesIn(school)
  const kinds = new Map([...clauses(template), ...clauses(school)].map(({ id, kind }) => [id, kind === 'section']))
  const [taken, confirmed] = [new Set<string>(), new Map<string, Attached>()]
  for (const [ordinal, provision] of document.expected) {
    const id = ids[ordinal - 1] ?? ''
    const own = confirmed.get(id) ?? { covers: [] }
    const is = own.provision === undefined && !taken.has(provision) && kinds.get(id) === kinds.get(provision)
    if (is) taken.add(provision)
    confirmed.set(id, is ? { ...own, provision } : { ...own, covers: [...own.covers, provision] })
  }
  const proposal = proposeAttachment({ school, template, names: [document.name], vocabularies, attached: false })
  const pin = { version: '1.0.0', hash: `sha256:${'0'.repeat(64)}`, policy: template }
  const made = applyAttachment(proposal, { clauses: confirmed, parameters: {} }, pin, {
    name: 'sector/social-media',
    today: '2026-11-24',
  })
  return { policy: readPolicy(asWritten(made, `${document.name}.md`).value, '').value, names: [document.name] }
}

/**
 * How many pairs are proposed, how many of them expected and how many wrong, those that are sure apart; and how many of those expected are named
 * at all: proposed, said to be covered, or among what a clause may be.
 */
async function scoreOf(document: Original, relatives: readonly Relative[] = [], known: Wordings = wordings) {
  const { name, expected, allowed } = document
  const school = await original(document)
  const ordinals = new Map(namesIn(school).map((id, at) => [id, at + 1]))
  const proposal = proposeAttachment({
    school,
    template,
    names: [name],
    vocabularies,
    attached: false,
    relatives,
    wordings: known,
  })
  const score = {
    reach: reachable(expected),
    all: expected.length,
    said: 0,
    named: 0,
    proposed: 0,
    right: 0,
    wrong: 0,
    sure: 0,
    wronglySure: 0,
  }
  for (const { clause, provision, covers, others, sure } of proposal.clauses) {
    const at = ordinals.get(clause.id ?? '') ?? 0
    const names = new Set([provision, ...others].flatMap((each) => each?.id ?? []).concat(covers))
    score.named += expected.filter(([one, id]) => one === at && names.has(id)).length
    const said = new Set([...(provision ? [provision.id] : []), ...covers])
    score.said += expected.filter(([one, id]) => one === at && said.has(id)).length
    if (!provision) continue
    const right = has(expected, at, provision.id)
    const wrong = !right && !has(allowed, at, provision.id)
    score.proposed++
    if (right) score.right++
    if (wrong) score.wrong++
    if (sure) score.sure++
    if (sure && wrong) score.wronglySure++
  }
  return score
}

describe.skipIf(!there)('the originals held against the model', () => {
  // Floors, below what was measured: what scores are made of was fitted on these texts, each held back in turn.
  it.each([
    ['allure', 0.75, 0.9],
    ['casparus', 0.9, 0.85],
    ['aeres', 0.85, 0.9],
    ['flex', 0.85, 0.85],
    ['aloysius', 0.75, 0.8],
  ])(
    '%s: proposes and names so many of the provisions that two readers say its clauses are, and is never surely wrong',
    async (name, recall, named) => {
      const document = truth.find((each) => each.name === name)
      if (!document) throw new Error(`No truth about ${name}`)
      const score = await scoreOf(document)
      expect(score.right / score.reach, JSON.stringify(score)).toBeGreaterThanOrEqual(recall)
      expect(score.named / score.all, JSON.stringify(score)).toBeGreaterThanOrEqual(named)
      expect(score.wrong, JSON.stringify(score)).toBeLessThanOrEqual(2)
      expect(score.sure, JSON.stringify(score)).toBeGreaterThan(0)
      expect(score.wronglySure, JSON.stringify(score)).toBe(0)
    },
  )

  it('knows nine of ten where other words for the provisions are known, alone and beside schools attached already, and one in twenty is wrong', async () => {
    const own = readPolicy(readFileSync(new URL('../../policies/casparus/social-media.md', import.meta.url)), '').value
    const others = await Promise.all(truth.map(attached))
    const sums = { unknown: noScore(), alone: noScore(), beside: noScore(), among: noScore() }
    for (const document of truth) {
      const isOther = ({ names }: Relative) => names[0] !== document.name
      const among = others.filter(isOther)
      const beside = [{ policy: own, names: ['casparus'] }].filter(isOther)
      add(sums.unknown, await scoreOf(document, [], {}))
      add(sums.alone, await scoreOf(document))
      add(sums.beside, await scoreOf(document, beside))
      add(sums.among, await scoreOf(document, among))
    }
    const said = JSON.stringify(sums)
    const found = ({ right, reach }: Score): number => right / reach
    expect(found(sums.unknown), said).toBeGreaterThanOrEqual(0.7)
    expect(found(sums.alone), said).toBeGreaterThanOrEqual(0.9)
    expect(found(sums.beside), said).toBeGreaterThanOrEqual(0.87)
    expect(found(sums.among), said).toBeGreaterThanOrEqual(0.9)
    // Every mapping that both expect, also of a clause that says two provisions, and of a provision that two clauses say.
    expect(sums.alone.said / sums.alone.all, said).toBeGreaterThanOrEqual(0.8)
    for (const { wrong, proposed } of Object.values(sums)) expect(wrong / proposed, said).toBeLessThanOrEqual(0.05)
    for (const { wronglySure } of Object.values(sums)) expect(wronglySure, said).toBe(0)
  })
})

type Score = Awaited<ReturnType<typeof scoreOf>>
const noScore = (): Score => ({ reach: 0, all: 0, said: 0, named: 0, proposed: 0, right: 0, wrong: 0, sure: 0, wronglySure: 0 })
function add(sum: Score, score: Score): void {
  for (const key of Object.keys(sum) as (keyof Score)[]) sum[key] += score[key]
}
