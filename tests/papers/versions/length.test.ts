import { describe, expect, it } from 'vitest'
import { PAPERS } from '../../../src/commands/diff.js'
import { pagesOf, type Report } from '../../../src/present/index.js'
import { render } from '../../../src/render/index.js'
import { type Paper, reportOn } from '../../../src/secretariat/index.js'
import { fonts, pdf } from '../../press/build.js'
import { versions } from '../../support/versions.js'
import { inEnglish } from '../../support/words.js'

/** A text of so many clauses, all in words of one version. */
const text = (count: number, words: string) =>
  Array.from(
    { length: count },
    (_, i) => `${i + 1}. De leerling ${words} voor dag ${i} bij de school, en wel voor de bel gaat.\n`,
  ).join('')
const compared = { name: 'regels', ...versions(text(200, 'meldt zich'), text(200, 'vraagt verlof aan')) }
const wording = compared.setting.wording
const assets = { wording, layout: () => ({}) as never, fonts: () => fonts }
const shown = (paper: Paper): Report => reportOn(compared, paper)
const pages = async (paper: Paper) => {
  const file = Buffer.from(await pdf(shown(paper).document('paper'))).toString('latin1')
  return Number(/\/Type \/Pages[^>]*\/Count (\d+)|\/Count (\d+)[^>]*\/Type \/Pages/.exec(file)?.slice(1).find(Boolean))
}

describe('how many pages a paper takes', () => {
  it.each([
    ['redline', PAPERS.redline],
    ['was-wordt', PAPERS['was-wordt']],
    ['changes', PAPERS.changes],
    ['side-by-side', PAPERS['side-by-side']],
    ['clean', PAPERS.clean],
  ])('is estimated within a third: %s', async (_, paper) => {
    const set = await pages(paper)
    expect(set).toBeGreaterThan(2)
    const ratio = pagesOf(shown(paper).document('paper')) / set
    expect(ratio).toBeGreaterThan(2 / 3)
    expect(ratio).toBeLessThan(3 / 2)
  })
})

describe('a paper of more pages than anybody reads', () => {
  it('is not printed, and says what there is instead', async () => {
    for (const format of ['pdf', 'docx'] as const) {
      const { value, messages } = await render({ ...shown(PAPERS.redline), mostPages: 2 }, format, assets)
      expect(value).toHaveLength(0)
      expect(messages).toMatchObject([{ rule: 'file/size', form: 'paper', severity: 'error' }])
      expect(messages.map(inEnglish)[0]).toMatch(/about \d+ pages, expected at most 2: .*--paper memo.*--format html/)
    }
  })

  it('is one that shows all that changed, and never one that says it in a line', () => {
    expect((['redline', 'was-wordt', 'changes'] as const).map((paper) => shown(PAPERS[paper]).mostPages)).toEqual([500, 500, 500])
    expect((['memo', 'concordance'] as const).map((paper) => shown(PAPERS[paper]).mostPages)).toEqual([undefined, undefined])
  })
})
