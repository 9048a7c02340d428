import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareSchools, type Matrix, type SchoolPolicy, toMatrixJson } from '../../src/schools/index.js'
import { scorePairs } from './gold.js'
import { HAVENCOLLEGE, REGENBOOG, SAME_MATTER } from './invented.js'
import { school, vocabularies } from './support.js'
import { ABSENCE, COMPLAINTS, PURCHASING } from './unrelated.js'

const compare = (policies: readonly SchoolPolicy[], confirmed: Parameters<typeof compareSchools>[2] = {}): Matrix =>
  compareSchools(policies, vocabularies, confirmed).value

/** `a:c1 ~ b:c2 grade` */
const shown = ({ pairs, policies }: Matrix): string[] =>
  pairs.map(({ a, b, grade }) => `${policies[a.policy]?.title}:${a.id} ~ ${policies[b.policy]?.title}:${b.id} ${grade}`)

const noord = school('Noorderlicht', [
  'Noorderlicht vindt sociale media belangrijk.',
  'Een medewerker wordt geen vrienden met leerlingen op sociale media.',
  'Foto’s van leerlingen worden alleen met toestemming van de ouders geplaatst.',
  'Wie twijfelt over een bericht, overlegt met de teamleider.',
  'De kantine sluit om vier uur.',
])
const zuid = school('Zuiderzee College', [
  'Bij twijfel over een publicatie raadpleegt het personeelslid de leidinggevende.',
  'Zuiderzee College vindt sociale media belangrijk.',
  'Personeelsleden mogen bevriend zijn met studenten op sociale media, mits zij hun professionele rol bewaken.',
  'Het is verboden om filmpjes en foto’s van deelnemers zonder toestemming van de ouders te publiceren.',
])

describe('pairs', () => {
  const matrix = compare([noord, zuid])

  it('find the same rule in other words, another order and under another name', () => {
    expect(shown(matrix)).toEqual([
      'Noorderlicht:c1 ~ Zuiderzee College:c2 same',
      'Noorderlicht:c2 ~ Zuiderzee College:c3 related',
      'Noorderlicht:c3 ~ Zuiderzee College:c4 same',
      'Noorderlicht:c4 ~ Zuiderzee College:c1 variant',
    ])
  })

  it('say what they rest on', () => {
    const friends = matrix.pairs.find(({ a }) => a.id === 'c2')
    const details = friends?.evidence.flatMap(({ detail }) => detail)
    expect(details).toContain('pupil')
    expect(details).toContain('vriendschap')
    expect(friends?.evidence.every(({ weight }) => weight > 0 && weight <= 1)).toBe(true)
  })

  it('pair one clause with several that part it', () => {
    const whole = school('Geheel', [
      'Medewerkers delen via sociale media geen vertrouwelijke gegevens. Bij twijfel vragen zij de leidinggevende.',
    ])
    const parts = school('Delen', [
      'Het personeel zet geen vertrouwelijke gegevens op sociale media.',
      'Bij twijfel vraagt een medewerker zijn leidinggevende.',
    ])
    expect(compare([whole, parts]).pairs.map(({ b }) => b.id)).toEqual(['c1', 'c2'])
  })

  it('cross languages through the vocabulary', () => {
    const english = school('Hillside', [
      { text: 'Staff must not be friends with pupils on social media.', lang: 'en' },
      { text: 'Photographs of pupils may only be published with the consent of their parents.', lang: 'en' },
    ])
    expect(compare([noord, english]).pairs.map(({ a, b }) => `${a.id} ${b.id}`)).toEqual(['c2 c1', 'c3 c2'])
  })

  const others = { ABSENCE, PURCHASING, COMPLAINTS }
  const matters = { ...others, REGENBOOG, HAVENCOLLEGE }
  const unrelated = Object.entries(others).flatMap(([a, one], index) =>
    Object.entries(matters)
      .slice(index + 1)
      .map(([b, other]) => ({ a, b, one, other })),
  )

  it.each(unrelated)('are next to none between policies on other matters: $a, $b', ({ one, other }) => {
    const { pairs } = compare([school('Een', one), school('Ander', other)])
    // One duty of secrecy is like another, whatever it is about: hence one pair for any two policies.
    expect(pairs.length).toBeLessThanOrEqual(Math.max(1, (2 * (one.length + other.length)) / 100))
  })

  it('are those a reader finds between protocols that share no ancestor', () => {
    const { pairs } = compare([school('Regenboog', REGENBOOG), school('Havencollege', HAVENCOLLEGE)])
    const proposed = new Set(pairs.map(({ a, b }) => `${a.id}-${b.id}`.replaceAll('c', '')))
    const truth = new Map(SAME_MATTER.split(' ').map((pair) => [pair.replace('?', ''), { sure: !pair.endsWith('?') }]))
    const score = scorePairs(proposed, truth)
    expect(score.f1, JSON.stringify(score)).toBeGreaterThanOrEqual(0.85)
  })

  it('follow a template both were made from, however far the words drifted', () => {
    const adapted = (name: string, text: string) => school(name, [{ text, origin: 'sector/social-media#pers' }])
    const { pairs } = compare([
      adapted('Oost', 'Alleen de rector staat de krant te woord.'),
      adapted('West', 'Vragen van buiten gaan naar het secretariaat.'),
    ])
    expect(pairs.map(({ evidence, score }) => [evidence[0]?.kind, score])).toEqual([['template', 1]])
  })
})

describe('a concordance', () => {
  const ref = (policy: SchoolPolicy, id: string) => ({ ref: policy.ref, id })

  it('adds a pair, corrects a grade and takes a pair away, and tells them from proposals', () => {
    const matrix = compare([noord, zuid], {
      confirmed: [
        { a: ref(zuid, 'c4'), b: ref(noord, 'c5'), grade: 'related' },
        { a: ref(noord, 'c2'), b: ref(zuid, 'c3'), grade: 'variant' },
        { a: ref(noord, 'c4'), b: ref(zuid, 'c1'), grade: 'none' },
      ],
    })
    expect(shown(matrix).filter((line) => !line.includes('c1 ~'))).toEqual([
      'Noorderlicht:c2 ~ Zuiderzee College:c3 variant',
      'Noorderlicht:c3 ~ Zuiderzee College:c4 same',
      'Noorderlicht:c5 ~ Zuiderzee College:c4 related',
    ])
    expect(matrix.pairs.filter(({ confirmed }) => confirmed).map(({ a }) => a.id)).toEqual(['c2', 'c5'])
    const row = matrix.rows.find(({ cells }) => cells.some(({ clauses }) => clauses.includes('c5')))
    expect(row?.cells.flatMap(({ clauses }) => clauses)).toContain('c4')
  })

  it('that names a clause which is not there is reported; what it says of other policies is not', () => {
    const { messages } = compareSchools([noord, zuid], vocabularies, {
      confirmed: [
        { a: ref(noord, 'weg'), b: ref(zuid, 'c1'), grade: 'same' },
        { a: { ref: 'elders/policy', id: 'x' }, b: ref(zuid, 'c1'), grade: 'same' },
      ],
    })
    expect(messages.map(({ rule, severity }) => [rule, severity])).toEqual([['reference/unresolved', 'warning']])
  })
})

describe('rows', () => {
  const matrix = compare([noord, zuid])

  it('lay the stances of schools side by side under a topic', () => {
    const friends = matrix.rows.find(({ topic }) => topic === 'vriendschap')
    expect(friends?.label).toBe('Vriendschap met leerlingen')
    expect(friends?.cells).toMatchObject([
      { policy: 0, clauses: ['c2'], stance: 'prohibition' },
      { policy: 1, clauses: ['c3'], stance: 'conditional-permission' },
    ])
  })

  it('have a row for what only one school regulates', () => {
    const canteen = matrix.rows.find(({ cells }) => cells.some(({ policy, clauses }) => policy === 0 && clauses.includes('c5')))
    expect(canteen).toMatchObject({ label: 'Kantine', cells: [{ policy: 0, clauses: ['c5'] }] })
  })

  it('hold every clause once', () => {
    const listed = matrix.rows.flatMap(({ cells }) =>
      cells.flatMap(({ policy, clauses }) => clauses.map((id) => `${policy} ${id}`)),
    )
    const all = matrix.policies.flatMap(({ clauses }, policy) => clauses.map(({ id }) => `${policy} ${id}`))
    expect(listed.sort()).toEqual(all.sort())
  })
})

describe('likeness', () => {
  it('is 1 for the same rules, 0 for unrelated ones, and the same from both sides', () => {
    const copy = { ...noord, ref: 'copy/policy', title: 'Copy' }
    const { likeness } = compare([noord, copy, school('Inkoop', PURCHASING)])
    expect(likeness[0]?.[1]).toBe(1)
    expect(likeness[0]?.[2]).toBe(0)
    expect(likeness).toEqual(likeness.map((_, i) => likeness.map((row) => row[i])))
  })

  it('is half where everything the two share differs in a term, a person or an amount', () => {
    const rules = (days: string, who: string, sum: string) => [
      `Een laptop die stuk is, meldt de leerling binnen ${days} schooldagen bij de helpdesk.`,
      `De ouders vragen een nieuwe lader schriftelijk aan bij de ${who}.`,
      `Bij verlies van de laptop betalen de ouders € ${sum} aan de school.`,
    ]
    const { likeness, rows } = compare([
      school('Eik', rules('twee', 'mentor', '250')),
      school('Beuk', rules('vijf', 'directeur', '75')),
    ])
    expect(rows.map(({ standing }) => standing)).toEqual(['differs', 'differs', 'differs'])
    expect(likeness[0]?.[1]).toBe(0.5)
  })

  it('is next to nothing for policies on different subjects, though each sentence has a best counterpart', () => {
    const apart = [ABSENCE, PURCHASING, HAVENCOLLEGE].map((texts, index) => school(`School${index}`, texts))
    const { likeness } = compare(apart)
    for (const [i, j] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const)
      expect(likeness[i]?.[j]).toBeLessThanOrEqual(0.03)
  })
})

describe('any policies', () => {
  const clause = fc.constantFrom(...ABSENCE, ...PURCHASING, ...noord.clauses.map(({ text }) => text), '', '…', '1 2 3')
  const policies = fc
    .array(fc.array(clause, { maxLength: 6 }), { minLength: 1, maxLength: 4 })
    .map((all) => all.map((texts, index) => school(`School${index}`, texts)))

  it('give a matrix that loses no clause, repeats itself and does not depend on the order of the policies', () => {
    fc.assert(
      fc.property(policies, (all) => {
        const matrix = compare(all)
        expect(compare(all)).toEqual(matrix)
        const listed = matrix.rows.flatMap(({ cells }) => cells.flatMap(({ clauses }) => clauses)).length
        expect(listed).toBe(all.reduce((sum, { clauses }) => sum + clauses.length, 0))
        const named = ({ pairs, policies: order }: Matrix) =>
          pairs
            .map(
              ({ a, b, score }) => [`${order[a.policy]?.ref} ${a.id}`, `${order[b.policy]?.ref} ${b.id}`].sort().join() + score,
            )
            .sort()
        expect(named(compare([...all].reverse()))).toEqual(named(matrix))
      }),
      { seed: 20, numRuns: 40 },
    )
  })
})

describe('the published JSON', () => {
  it('has the shape of clausule/matrix@1', () => {
    const json = toMatrixJson(compare([noord, zuid]))
    expect(Object.keys(json)).toEqual(['schema', 'policies', 'pairs', 'rows', 'complete'])
    expect(json.complete).toBe(true)
    expect(json.schema).toBe('clausule/matrix@1')
    expect(json.policies[0]).toMatchObject({ ref: 'Noorderlicht/policy', title: 'Noorderlicht', organisation: 'Noorderlicht' })
    expect(json.policies[0]?.clauses[1]).toEqual({
      id: 'c2',
      number: '2',
      line: 2,
      text: 'Een medewerker wordt geen vrienden met leerlingen op sociale media.',
      modality: 'prohibition',
      topic: 'vriendschap',
    })
    expect(Object.keys(JSON.parse(JSON.stringify(json.pairs[0])))).toEqual(['a', 'b', 'grade', 'score', 'confirmed', 'evidence'])
    expect(Object.keys(json.rows[0]?.cells[0] ?? {})).toEqual(['policy', 'clauses', 'stance', 'sentences'])
    expect(Object.keys(json.rows[0]?.cells[0]?.sentences[0] ?? {})).toEqual(['clause', 'text', 'stance', 'who', 'values'])
  })
})
