import { describe, expect, test } from 'vitest'
import { presentMatrix } from '../../../src/present/schools/index.js'
import { school } from '../../schools/support.js'
import { blocksIn, linesOf, matrixOf, rowsOf, schools, settingOf, under, wordsOf } from './support.js'

const matrix = matrixOf()
const screen = presentMatrix(matrix, settingOf(matrix))

const at = ({ policy, id }: (typeof matrix.pairs)[number]['a']) => ({ ref: matrix.policies[policy]?.ref ?? '', id })

describe('the difference report', () => {
  test('begins with what was compared and what came out', () => {
    const first = linesOf(screen.children.slice(0, 2)).join('\n')
    expect(first).toContain('3 documenten bevatten samen 5 regels.')
    expect(first).toContain('1 regel is bij de ene school verboden en bij een andere niet.')
    expect(first).toContain('1 regel staat bij alle scholen, zonder dat een verschil is gevonden.')
    expect(first).toContain('2 regels staan bij maar één school.')
    expect(first).toContain('Nog geen paar bepalingen is door een persoon bevestigd.')
  })

  test('counts the pairs a person confirmed, though no rule of three schools is confirmed by one of them', () => {
    const { pairs } = matrix
    const three = pairs.filter(({ a }) => a.policy === 0 && matrix.policies[0]?.clauses[1]?.id === a.id)
    expect(three).toHaveLength(2)
    const confirmed = three.slice(0, 1).map(({ a, b }) => ({ a: at(a), b: at(b), grade: 'same' as const }))
    const judged = matrixOf(schools, confirmed)
    const first = linesOf(presentMatrix(judged, settingOf(judged)).children.slice(0, 2)).join('\n')
    expect(first).toContain('1 paar bepalingen is door een persoon bevestigd.')
  })

  test('says what is forbidden here and not there, and who is silent', () => {
    expect(rowsOf(under(screen, 'Hier verboden, daar niet'))).toEqual([
      [
        'Vriendschap met leerlingen | hier verboden, daar niet: Linde “sluit op sociale media geen”, Wilg “mag”',
        'verboden 1 | Een medewerker sluit op sociale media geen vriendschap met leerlingen.',
        'toegestaan 1 | Een medewerker mag op sociale media vriendschap sluiten met leerlingen.',
        'niet geregeld',
      ],
    ])
  })

  test('speaks of links only where there are any', () => {
    const said = (form: 'screen' | 'paper' | 'summary') =>
      linesOf(under(presentMatrix(matrix, settingOf(matrix, { form })), 'Waarin scholen van elkaar afwijken'))[0]
    for (const form of ['screen', 'paper'] as const) expect(said(form)).toMatch(/De naam van de regel leidt naar de woorden\.$/)
    expect(said('summary')).toMatch(/het nummer zegt waar het staat\.$/)
  })

  test('says what all schools share, and what most do', () => {
    expect(rowsOf(under(screen, 'Alle scholen')).map(([rule]) => rule)).toEqual(['Foto, film en geluid'])
    expect(rowsOf(under(screen, 'De meeste scholen')).map(([rule]) => rule)).toEqual(['Bij twijfel'])
  })

  test('lists for each school what most others regulate and it does not', () => {
    const lines = linesOf(under(screen, 'Wat een school niet regelt'))
    const of = (name: string, next?: string) =>
      lines.slice(lines.indexOf(name) + 1, next === undefined ? undefined : lines.indexOf(next))
    expect(of('Linde', 'Wilg')[0]).toBe('Deze school heeft alle regels die de meeste andere scholen hebben.')
    expect(of('Eik').slice(0, 3)).toEqual([
      '2 regels ontbreken die de meeste andere scholen wel hebben:',
      'Bij twijfel – wel bij Linde 3, Wilg 3',
      'Vriendschap met leerlingen – wel bij Linde 1, Wilg 1',
    ])
  })

  test('lists what one school alone regulates', () => {
    expect(linesOf(under(screen, 'Wat maar één school regelt'))).toEqual(['Linde', 'Aangifte – 4', 'Eik', 'Pers – 2'])
  })

  test('holds the others against a reference where one is chosen', () => {
    const held = presentMatrix(matrix, settingOf(matrix, { reference: 1 }))
    expect(linesOf(under(held, 'Wat Wilg wel regelt en een ander niet')).slice(0, 5)).toEqual([
      'Linde',
      'Alle regels van Wilg staan ook hier.',
      'Toon de ene regel die Linde niet heeft en een andere school wel',
      'Eik',
      '2 regels van Wilg ontbreken:',
    ])
    const [head] = blocksIn(held.children)
      .flatMap((block) => (block.type === 'table' && block.columns.length === 4 ? block.head : []))
      .slice(-1)
    expect(head?.cells.map(({ children }) => linesOf(children).join())).toEqual(['Regel', 'Wilg referentie', 'Linde', 'Eik'])
  })

  test('shows how alike each two documents are, in number and tint', () => {
    const [map] = blocksIn(screen.children).filter((block) => block.type === 'table' && block.caption !== undefined)
    if (map?.type !== 'table') throw new Error('no heat map')
    expect(rowsOf([map]).map(([, ...cells]) => cells)).toEqual(
      matrix.likeness.map((row, i) => row.map((value, j) => (i === j ? '–' : `${Math.round(value * 100)}%`))),
    )
    expect(map.body[0]?.cells[2]?.heat, 'Linde and Wilg are the most alike').toBe(1)
    expect(map.body[0]?.cells[3]?.heat).toBeLessThan(1)
  })

  test('without differences and with none in common it says so', () => {
    const strangers = matrixOf([
      school('A', ['De conciërge sluit het gebouw om zes uur.']),
      school('B', ['Aandelen worden jaarlijks geveild.']),
    ])
    const said = linesOf(presentMatrix(strangers, settingOf(strangers)).children).join('\n')
    expect(said).toContain('Tussen regels over hetzelfde is geen verschil gevonden.')
    expect(said).toContain('Er is geen regel die de meeste scholen hebben')
  })
})

describe('the matrix', () => {
  test('holds every clause of every school in every form that has a matrix', () => {
    for (const form of ['screen', 'paper'] as const) {
      const said = linesOf(presentMatrix(matrix, settingOf(matrix, { form })).children).join('\n')
      for (const { clauses } of schools) for (const { text } of clauses) expect(said).toContain(text)
    }
  })

  test('answers to filters by topic, stance, difference, and who regulates it or not', () => {
    const facets = blocksIn(screen.children).flatMap((block) =>
      block.type === 'table' ? block.body.flatMap((row) => (row.facets ? [row.facets] : [])) : [],
    )
    expect(facets.find(({ topic }) => topic === 'vriendschap')).toEqual({
      topic: 'vriendschap',
      stance: ['prohibition', 'permission'],
      difference: ['opposed', 'deviating', 'partial'],
      school: ['Linde/policy', 'Wilg/policy'],
      silent: ['Eik/policy'],
    })
    expect(facets).toHaveLength(matrix.rows.length)
  })

  test('shows on demand what differs from the reference, and the other rule where it is another', () => {
    const held = presentMatrix(matrix, settingOf(matrix, { reference: 0 }))
    const folded = blocksIn(held.children).flatMap((block) => (block.type === 'disclosure' ? [block] : []))
    const summaries = folded.map(({ summary }) => wordsOf(summary))
    expect(summaries).toEqual(['Verschil met Linde 2 – bijna gelijk, voorgesteld', 'Naast Linde 1 – andere regel, voorgesteld'])
    const [paragraph] = folded[0]?.children ?? []
    if (paragraph?.type !== 'paragraph') throw new Error('no words')
    expect(paragraph.content.map((inline) => [inline.type, wordsOf([inline])])).toEqual(
      expect.arrayContaining([
        ['deletion', 'de'],
        ['insertion', 'beide'],
      ]),
    )
    expect(linesOf(held.children)).toContain('Zelfde woorden als Linde 2 – voorgesteld')
  })

  test('tells what a person confirmed from what is proposed', () => {
    const grade = 'variant' as const
    const confirmed = matrixOf(schools, [{ a: { ref: 'Linde/policy', id: 'c1' }, b: { ref: 'Wilg/policy', id: 'c1' }, grade }])
    const said = linesOf(presentMatrix(confirmed, settingOf(confirmed)).children)
    expect(said).toContain('Verschil met Linde 1 – zelfde regel, bevestigd')
    expect(said.some((line) => /^Regel \d+ · hier verboden, daar niet · bevestigd$/.test(line))).toBe(true)
    expect(
      said.some((line) =>
        /^Regel \d+ · bij alle scholen · geen verschil gevonden, niet alles vergeleken · voorgesteld$/.test(line),
      ),
    ).toBe(true)
  })

  test('tells two policies of one organisation apart', () => {
    const [linde, wilg] = schools
    if (!linde || !wilg) throw new Error('no schools')
    const twice = matrixOf([linde, { ...wilg, organisation: 'Linde' }])
    const facts = ['1.0.0', '1.1.0'].map((version) => ({ name: 'Linde', version, status: 'draft' as const }))
    expect(presentMatrix(twice, settingOf(twice, { schools: facts })).title).toBe('Regels naast elkaar: Linde 1.0.0, Linde 1.1.0')
    const same = facts.map((fact) => ({ ...fact, version: '1.0.0' }))
    expect(presentMatrix(twice, settingOf(twice, { schools: same })).title).toBe('Regels naast elkaar: Linde/policy, Wilg/policy')
  })

  test('every link in it leads to a rule that is there, on screen and on paper', () => {
    for (const form of ['screen', 'paper'] as const) {
      const blocks = blocksIn(presentMatrix(matrix, settingOf(matrix, { form })).children)
      const ids = new Set(JSON.stringify(blocks).match(/(?<="id":")[^"]+/g))
      const targets = JSON.stringify(blocks).match(/(?<="target":")[^"]+/g) ?? []
      expect(targets.length).toBeGreaterThan(2)
      expect(targets.filter((target) => !ids.has(target))).toEqual([])
    }
  })
})
