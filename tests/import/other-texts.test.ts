import { describe, expect, it } from 'vitest'
import { importDocument } from '../../src/import/index.js'

const TEXTS = {
  nl: [
    'De kluis blijft dicht tot de laatste bel, want wie eerder gaat stoort de lessen van anderen.',
    'Wie een sleutel verliest, meldt dat dezelfde dag nog bij de beheerder van het gebouw.',
  ],
  en: [
    'Keys are kept in the cupboard at the reception and stay there until the end of the day.',
    'Whoever loses a key reports this on the same day to the manager of the building.',
  ],
} as const

/** What front matter says of a text, and the decisions that were not taken, where one sentence stands at a place in it. */
async function told(lang: 'nl' | 'en', title: string, sentence: string, place: 'cover' | 'text' | 'end') {
  const [first, second] = TEXTS[lang]
  const at = (here: typeof place) => (here === place ? `${sentence}\n\n` : '')
  const source = `# ${title}\n\n${at('cover')}## 1. X\n\n${first}\n\n${at('text')}## 2. Y\n\n${second}\n\n${first}\n\n${at('end')}`
  const { value } = await importDocument(new TextEncoder().encode(source), 'text.md')
  if (!value) throw new Error('not read')
  const { status, approvals, effective, review, date } = value.policy.metadata
  const quoted = value.receipt.findings.flatMap(({ form, values }) => (form === 'other-text' ? [values.words] : []))
  return { facts: { status, approvals, effective, review, date }, quoted }
}
const NOTHING = { status: 'draft', approvals: undefined, effective: undefined, review: undefined, date: undefined }

describe('what is said of another text is not taken for this one', () => {
  it.each([
    // A law, a plan, a strategy on which this rests.
    ['nl', 'Reglement sleutels', 'Dit reglement volgt op het reglement dat het bestuur op 3 mei 2019 vaststelde.'],
    ['nl', 'Reglement sleutels', 'Dit reglement berust op de verordening die de gemeenteraad op 3 mei 2019 heeft vastgesteld.'],
    ['nl', 'Reglement sleutels', 'De gemeenteraad stelde op 3 mei 2019 de verordening vast waarop dit reglement berust.'],
    ['nl', 'Reglement sleutels', 'Dit reglement is een uitwerking van het beleid, vastgesteld door de raad op 3 mei 2019.'],
    ['nl', 'Reglement sleutels', 'De wet is op 3 mei 2018 door de Tweede Kamer aangenomen.'],
    ['nl', 'Reglement sleutels', 'Dit reglement past de regeling toe die geldt vanaf 1 januari 2025.'],
    ['en', 'Lone Working Policy', 'This plan follows the one that the council adopted on 3 May 2024.'],
    ['en', 'Lone Working Policy', 'This policy implements the strategy approved by the board on 4 May 2023.'],
    ['en', 'Lone Working Policy', 'This policy reflects the Act in force from 1 April 2025.'],
    ['en', 'Lone Working Policy', 'The Regulations came into force on 1 April 2015 and apply to this policy.'],
    ['en', 'Lone Working Policy', 'This policy refers to the framework that is reviewed on 1 May 2027.'],
    // Another text of the same kind, or of another organisation.
    ['nl', 'Reglement sleutels', 'Het veiligheidsreglement is op 3 mei 2024 vastgesteld door het bestuur.'],
    ['nl', 'Reglement sleutels', "Het bestuur stelde het Reglement camera's op 3 mei 2024 vast."],
    ['en', 'Lone Working Policy', 'The Health and Safety Policy was approved by the board of trustees on 3 May 2024.'],
    ['en', 'Lone Working Policy', 'The policy of the county council was adopted by the cabinet on 3 May 2024.'],
    ['en', 'Lone Working Policy', "The Trust's Lone Working Policy was approved by the Trust Board on 3 May 2024."],
    // A title that names no kind of text.
    ['nl', 'Samen veilig', 'Het veiligheidsplan is op 3 mei 2024 door de raad van toezicht vastgesteld.'],
    ['en', 'Staying safe', 'The policy was approved by the trust board on 3 May 2024.'],
    // An edition before, an annex, a draft.
    ['nl', 'Reglement sleutels', 'De vorige versie van dit reglement is op 3 mei 2019 vastgesteld door het bestuur.'],
    ['nl', 'Reglement sleutels', 'Bijlage 2 bij dit reglement is op 3 mei 2024 vastgesteld door de directie.'],
    ['nl', 'Reglement sleutels', 'Het concept van dit reglement is op 3 mei 2024 door het bestuur vastgesteld voor inspraak.'],
    ['en', 'Lone Working Policy', 'The first version of this policy was adopted by the board on 3 May 2009.'],
    ['en', 'Lone Working Policy', 'Annex A to this policy was approved by the finance committee on 3 May 2024.'],
    // What is no text.
    ['nl', 'Reglement sleutels', 'De begroting is op 3 mei 2024 door de ledenvergadering vastgesteld.'],
    ['nl', 'Samen veilig', 'Het bestuur heeft op 3 mei 2024 ingestemd met de aankoop.'],
    ['en', 'Lone Working Policy', 'The contract with the supplier was approved by the board on 3 May 2024.'],
    ['en', 'Staying safe', 'The board approved the budget on 3 May 2024.'],
    // Planned, refused, undone, only supposed, quoted, still to be filled in.
    ['nl', 'Reglement sleutels', 'Het bestuur heeft op 3 mei 2024 geweigerd dit reglement vast te stellen.'],
    ['nl', 'Reglement sleutels', 'Als het bestuur dit reglement op 3 mei 2024 had vastgesteld, gold het nu.'],
    ['nl', 'Reglement sleutels', 'Voorbeeld: "Dit reglement is op 3 mei 2024 vastgesteld door het bestuur."'],
    ['nl', 'Reglement sleutels', 'Vastgesteld op dd-mm-2024 door het bestuur.'],
    ['en', 'Lone Working Policy', 'It is proposed that the board approves this policy on 3 May 2027.'],
    ['en', 'Lone Working Policy', 'The council adopted these rules on 3 May 2012; they have since been repealed.'],
    ['en', 'Lone Working Policy', 'If the board had approved this policy on 3 May 2024, it would apply.'],
    ['en', 'Lone Working Policy', 'The committee approved this policy on 3 May 2024, subject to legal advice.'],
    ['en', 'Lone Working Policy', 'Sample form: Approved by the board on 3 May 2024'],
  ] as const)('%s, %s: %s', async (lang, title, sentence) => {
    for (const place of ['text', 'end'] as const) expect((await told(lang, title, sentence, place)).facts).toEqual(NOTHING)
  })

  it.each([
    ['nl', 'Sleutelreglement', 'Bijlage bij het Huishoudelijk reglement, vastgesteld door het bestuur op 3 mei 2024'],
    ['nl', 'Sleutelreglement', 'Vorige versie vastgesteld op: 3 mei 2019'],
    ['nl', 'Sleutelreglement', 'Vervangt: Sleutelbeleid, vastgesteld op 3 mei 2019'],
    ['nl', 'Sleutelreglement', 'Wet sleutelbeheer, in werking getreden op 1 juli 2023'],
    ['nl', 'Sleutelreglement', 'Nog niet vastgesteld door het bestuur'],
    ['en', 'Key Policy', 'Based on the county model policy, adopted by the council on 3 May 2019'],
    ['en', 'Key Policy', 'Implements the Safety Strategy approved by the board on 3 May 2019'],
    ['en', 'Key Policy', 'Previous version approved: 3 May 2019'],
    ['en', 'Key Policy', 'Approval pending: board, 3 May 2027'],
  ] as const)('on a cover %s, %s: %s', async (lang, title, line) => {
    expect((await told(lang, title, line, 'cover')).facts).toEqual(NOTHING)
  })
})

describe('what is said of the text itself is taken', () => {
  it.each([
    ['nl', 'Reglement sleutels', 'Op 3 mei 2024 heeft het bestuur dit reglement vastgesteld.'],
    ['nl', 'Reglement sleutels', 'Het bestuur van Stichting Oostwal heeft dit reglement op 3 mei 2024 vastgesteld.'],
    ['nl', 'Reglement sleutels', 'Dit reglement, dat op 3 mei 2024 door het bestuur is vastgesteld, geldt voor iedereen.'],
    ['nl', 'Reglement sleutels', 'Dit reglement is opgesteld door J. de Wit en vastgesteld door het bestuur op 3 mei 2024.'],
    ['nl', 'Samen veilig', 'Deze regeling is op 3 mei 2024 vastgesteld door het bestuur.'],
    ['en', 'Lone Working Policy', 'The Board adopted this policy on 3 May 2024.'],
    ['en', 'Lone Working Policy', 'The Lone Working Policy was adopted by the board on 3 May 2024.'],
    ['en', 'Staying safe', 'This policy was approved by the board on 3 May 2024 and replaces the policy of 2019.'],
  ] as const)('%s, %s: %s', async (lang, title, sentence) => {
    const { facts, quoted } = await told(lang, title, sentence, 'text')
    expect(facts).toMatchObject({ status: 'adopted', approvals: [{ date: '2024-05-03', right: 'adoption' }] })
    expect(quoted).toEqual([])
  })

  it('by a name that only the text has for itself', async () => {
    const sentence = 'Het reglement is op 3 mei 2024 vastgesteld door het bestuur.'
    expect((await told('nl', 'Samen veilig', sentence, 'text')).facts).toEqual(NOTHING)
    const named = `${sentence} Leden krijgen dit reglement op papier.`
    expect((await told('nl', 'Samen veilig', named, 'text')).facts).toMatchObject({ status: 'adopted' })
  })
})

describe('a day of the text itself is taken', () => {
  it.each([
    ['en', 'The next review of this policy is due on 1 May 2027.', { review: '2027-05-01' }],
    ['en', 'Review of this policy will take place on 1 May 2027.', { review: '2027-05-01' }],
    ['en', 'The policy comes into force on 1 June 2024.', { effective: '2024-06-01' }],
    ['en', 'From 1 June 2024 this policy applies to everyone.', { effective: '2024-06-01' }],
    ['nl', 'De volgende evaluatie van dit beleid is op 1 mei 2027.', { review: '2027-05-01' }],
    ['nl', 'De ingangsdatum van dit beleid is 1 juni 2024.', { effective: '2024-06-01' }],
    ['nl', 'Dit beleid treedt op 1 juni 2024 in werking.', { effective: '2024-06-01' }],
  ] as const)('%s: %s', async (lang, sentence, day) => {
    const { facts } = await told(lang, lang === 'nl' ? 'Sleutelbeleid' : 'Key Policy', sentence, 'text')
    expect(facts).toMatchObject(day)
  })
})

describe('a decision of which nobody knows on what text it is', () => {
  it.each([
    ['nl', 'Samen veilig', 'Het veiligheidsplan is op 3 mei 2024 door de raad van toezicht vastgesteld.'],
    ['en', 'Lone Working Policy', 'This policy implements the strategy approved by the board on 4 May 2023.'],
  ] as const)('is quoted: %s, %s: %s', async (lang, title, sentence) => {
    expect((await told(lang, title, sentence, 'text')).quoted).toEqual([sentence])
  })

  it('is not quoted where it is on a text of another name', async () => {
    const law = 'De wet is op 3 mei 2018 door de Tweede Kamer aangenomen.'
    expect((await told('nl', 'Reglement sleutels', law, 'text')).quoted).toEqual([])
  })

  it('is one that stands in an annex', async () => {
    const [first] = TEXTS.nl
    const sentence = 'Dit reglement is op 3 mei 2024 vastgesteld door het bestuur.'
    const source = `# Kluisreglement\n\n## 1. X\n\n${first}\n\n## Bijlage 1. Voorbeeld\n\n${sentence}\n\n${first}\n`
    const { value } = await importDocument(new TextEncoder().encode(source), 'text.md')
    expect(value?.policy.metadata.status).toBe('draft')
    expect(value?.receipt.findings).toContainEqual(expect.objectContaining({ form: 'other-text', values: { words: sentence } }))
  })
})
