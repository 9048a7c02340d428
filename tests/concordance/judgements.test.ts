import { describe, expect, it } from 'vitest'
import { withJudgements } from '../../src/concordance/index.js'
import { parseConcordance } from '../../src/schools/index.js'

const SHOWN = ['linde/media#foto', 'wilg/media#beelden/2', 'eik/media#opname']

/** The rows of a concordance by what they say. */
const rowsOf = (source: string) => {
  const { rows, messages } = parseConcordance(source, 'concordance.yaml')
  expect(messages).toEqual([])
  return rows
}

describe('what a person judged, in the concordance', () => {
  it('makes the file, and adds a row where none was asked', () => {
    const source = withJudgements(undefined, [
      { shown: SHOWN, sentences: SHOWN.slice(0, 2), verdict: 'confirmed', name: "Foto's" },
    ])
    expect(source).toMatch(/^# Which sentences/)
    expect(rowsOf(source)).toEqual([{ sentences: SHOWN.slice(0, 2), verdict: 'confirmed', name: "Foto's" }])
  })

  it('judges a row that waits in its place, with its comments and corrected stances', () => {
    const before = `# Ours.
rows:
  - called: "Foto"
    score: 0.47
    sentences:
      # obligation: Vraag toestemming.
      - linde/media#foto
      - { sentence: wilg/media#beelden/2, stance: permission }
      - eik/media#opname
pairs:
  - { a: linde/media#pers, b: wilg/media#krant, grade: none } # asked twice
`
    const source = withJudgements(before, [
      { shown: SHOWN, sentences: [SHOWN[0] ?? '', SHOWN[1] ?? '', 'eik/media#film'], verdict: 'confirmed' },
    ])
    expect(source).toContain('# Ours.')
    expect(source).toContain('# obligation: Vraag toestemming.')
    expect(source).toContain('# asked twice')
    expect(rowsOf(source)).toEqual([
      {
        called: 'Foto',
        score: 0.47,
        sentences: ['linde/media#foto', { sentence: 'wilg/media#beelden/2', stance: 'permission' }, 'eik/media#film'],
        verdict: 'confirmed',
      },
    ])
  })

  it('judges otherwise, and takes a verdict back', () => {
    const confirmed = withJudgements(undefined, [{ shown: SHOWN, sentences: SHOWN, verdict: 'confirmed', name: 'Foto' }])
    const rejected = withJudgements(confirmed, [{ shown: SHOWN, sentences: SHOWN, verdict: 'rejected' }])
    expect(rowsOf(rejected)).toEqual([{ sentences: SHOWN, verdict: 'rejected' }])
    const open = withJudgements(rejected, [{ shown: SHOWN, sentences: SHOWN, verdict: 'open' }])
    expect(rowsOf(open)).toEqual([{ sentences: SHOWN }])
    // Of a row that is not there nothing is to be taken back.
    expect(rowsOf(withJudgements(confirmed, [{ shown: ['a#b'], sentences: ['a#b'], verdict: 'open' }]))).toHaveLength(1)
  })

  it('moves a sentence: it leaves the row that was confirmed with it, and a row without any goes', () => {
    const two = ['linde/media#foto', 'wilg/media#beelden']
    const confirmed = withJudgements(undefined, [{ shown: two, sentences: two, verdict: 'confirmed' }])
    const moved = withJudgements(confirmed, [
      { shown: ['eik/media#film'], sentences: ['eik/media#film', 'wilg/media#beelden'], verdict: 'confirmed' },
    ])
    expect(rowsOf(moved).map(({ sentences }) => sentences)).toEqual([
      ['linde/media#foto'],
      ['eik/media#film', 'wilg/media#beelden'],
    ])
    const joined = withJudgements(moved, [
      {
        shown: ['eik/media#film', 'wilg/media#beelden'],
        sentences: ['eik/media#film', 'wilg/media#beelden', 'linde/media#foto'],
        verdict: 'confirmed',
      },
    ])
    expect(rowsOf(joined)).toHaveLength(1)
  })

  it('says the same when it is said twice', () => {
    const once = withJudgements(undefined, [{ shown: SHOWN, sentences: SHOWN, verdict: 'confirmed', name: 'Foto' }])
    expect(withJudgements(once, [{ shown: SHOWN, sentences: SHOWN, verdict: 'confirmed', name: 'Foto' }])).toBe(once)
  })
})
