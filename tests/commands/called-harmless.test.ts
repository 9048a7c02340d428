import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { presentNotice, presentResolution } from '../../src/papers/decisions/index.js'
import { presentChanges, presentMemo, presentRedline, presentWasWordt } from '../../src/papers/index.js'
import { decided, shown } from '../papers/decisions/support.js'
import { mediaPolicy, NAME, PATH, school } from '../support/school.js'

const KEEPS = (days: number): string => ` De school bewaart een foto ${days} dagen.`
const SAID = 'changes:\n  toestemming: { significance: typographical, why: Tikfout. }\n'
const CALLED = 'De opsteller noemt dit typografisch: Tikfout.'
const NOTHING = /geen inhoudelijke|Nothing of substance|niets inhoudelijks/i

/** A release in which a photo is kept for 14 days, and a draft of 140 that its author calls a typing error. */
async function released() {
  const { run, write, text, files } = school(mediaPolicy({ words: KEEPS(14) }))
  const step = async (...argv: string[]) => expect((await run([...argv, '--quiet'])).code).toBe(0)
  await step('propose', NAME)
  for (const body of ['MR', 'Bestuur']) await step('decide', NAME, '--body', body, '--decision', 'positive')
  await step('release', NAME)
  write(PATH, text(PATH).replace('status: draft\n', `status: draft\n${SAID}`).replace('14 dagen', '140 dagen'))
  return { run, files, step }
}

describe('a number that changed, of which the author says that it is a typing error', () => {
  it('stays what it is in JSON, with what the author calls it', async () => {
    const { run } = await released()
    const { summary, clauses } = JSON.parse((await run(['diff', NAME, '--format', 'json', '--quiet'])).out)
    expect(summary.significance).toMatchObject({ substantive: 1, typographical: 0 })
    const [found] = clauses.filter(({ why }: { why: unknown }) => why !== null)
    expect(found).toMatchObject({ significance: 'substantive', called: 'typographical', why: 'Tikfout.' })
    expect(found.reasons[0]).toMatchObject({ old: '14', new: '140' })
  })

  it('stands in full on a page and in a Word file', async () => {
    const { run, files } = await released()
    const made = await run(['diff', NAME, '--paper', 'memo', '--format', 'html,docx', '--quiet'])
    expect(made.code).toBe(0)
    const bytes = (name: string) => files.read(`/w/out/linde/${name}`) ?? new Uint8Array()
    const html = strFromU8(bytes('media-1.0.0--1.1.0-memo.html'))
    const word = strFromU8(unzipSync(bytes('media-1.0.0--1.1.0-memo.docx'))['word/document.xml'] ?? new Uint8Array())
    for (const words of [html, word]) {
      expect(words).toContain(CALLED)
      expect(words).toContain('140 dagen')
      expect(words).not.toMatch(NOTHING)
    }
  })

  it('is warned of by lint, and by what is put forward', async () => {
    const { run } = await released()
    const { out } = await run(['lint', NAME, '--json'])
    const messages = JSON.parse(out).messages.filter(({ rule }: { rule: string }) => rule === 'front-matter/significance')
    expect(messages).toMatchObject([
      {
        form: 'substantive',
        severity: 'warning',
        values: { clause: 'toestemming', called: 'typographical', old: '14', new: '140' },
      },
    ])
    expect((await run(['diff', NAME])).err).toContain('front-matter/significance')
  })
})

const rule = (days: number) => `# Foto’s {#fotos}\n\n1. De school bewaart een foto ${days} dagen. {#bewaren}\n`
const draft = (level: string, next: string, former: string, why = 'Tikfout.') =>
  decided({
    front: `version: 1.1.0\nstatus: draft\nchanges:\n  bewaren: { significance: ${level}, why: ${why} }\nroute: [{ body: Bestuur, right: adoption }]\n`,
    body: next,
    former,
  })

describe('the papers about it', () => {
  const setting = draft('typographical', rule(140), rule(14))
  const { comparison, setting: versions } = setting.revision as NonNullable<typeof setting.revision>
  it.each([
    ['memo', presentMemo(comparison, versions)],
    ['was–wordt', presentWasWordt(comparison, versions)],
    ['changes', presentChanges(comparison, versions)],
    ['redline', presentRedline(comparison, versions)],
    ['notice', presentNotice(setting)],
    ['resolution', presentResolution(setting)],
  ])('%s: tells the clause, what it was read as, and what the author calls it', (_name, document) => {
    const text = shown(document).replace(/\s+/g, ' ')
    expect(text).toContain(CALLED)
    expect(text).toMatch(/[Tt]ermijn: “14 dagen” wordt “140 dagen”/)
    expect(text).not.toMatch(NOTHING)
    expect(text).not.toMatch(/(?:één|1) (?:typografische )?wijziging van redactionele|1 typografische wijziging/)
  })

  it('shows what is to be read in full, also in the notice, and never that it is editorial', () => {
    const reads = draft(
      'editorial',
      '# Foto’s {#fotos}\n\n1. De kok meet het meel. {#bewaren}\n',
      '# Foto’s {#fotos}\n\n1. De kok weegt het meel. {#bewaren}\n',
      'Zelfde handeling.',
    )
    const pair = reads.revision as NonNullable<typeof reads.revision>
    expect(pair.comparison.entries.filter(({ called }) => called)).toMatchObject([
      { significance: 'to-read', called: 'editorial' },
    ])
    for (const document of [
      presentMemo(pair.comparison, pair.setting),
      presentWasWordt(pair.comparison, pair.setting),
      presentNotice(reads),
      presentResolution(reads),
    ]) {
      const text = shown(document)
      expect(text).toContain('De opsteller noemt dit redactioneel: Zelfde handeling.')
      expect(text).not.toMatch(NOTHING)
    }
  })

  it('takes the author’s word where it is graver than what is proved', () => {
    const graver = draft('substantive', rule(14).replace('een foto', 'een  “foto”'), rule(14).replace('een foto', "een 'foto'"))
    const { comparison: found } = graver.revision as NonNullable<typeof graver.revision>
    expect(found.entries.filter(({ why }) => why)).toMatchObject([{ significance: 'substantive' }])
    expect(found.entries.some(({ called }) => called)).toBe(false)
  })
})
