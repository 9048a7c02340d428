import { describe, expect, it } from 'vitest'
import { type Imported, importDocument } from '../../src/import/index.js'

/** What a person gets who copies the pages of a document: a line for each line of the page, and nothing else. */
async function bring(lines: readonly string[]): Promise<Imported> {
  const { value, messages } = await importDocument(new TextEncoder().encode(`${lines.join('\n')}\n`), 'kluis.txt')
  if (!value) throw new Error(JSON.stringify(messages))
  return value
}

const body = ({ markdown }: Imported) => markdown.replace(/^---\n[\s\S]*?\n---\n\n/, '').replace(/ ?\{#[^}]*\}/g, '')
const dropped = ({ receipt }: Imported) =>
  receipt.fragments.flatMap(({ fate, text, reason }) => (fate === 'dropped' && reason !== 'no words' ? [[text, reason]] : []))
const told = ({ receipt }: Imported, form: string) =>
  receipt.findings.flatMap((finding) => ('form' in finding && finding.form === form ? [finding] : []))

let locker = 100
/** A paragraph of so many lines, each as wide as a line of a page, and none like another. */
const paragraph = (lines: number): string[] =>
  Array.from({ length: lines }, (_, i) => {
    locker++
    if (i === lines - 1) return `de conciërge hangt sleutel ${locker} terug aan het bord.`
    return i === 0
      ? `Een leerling die kluis ${locker} heeft, haalt de sleutel aan het begin van de dag en`
      : `brengt de sleutel van kluis ${locker} na het laatste uur terug naar de balie, waar en`
  })

describe('what somebody copied from pages', () => {
  it('has paragraphs of the narrow lines of a column', async () => {
    const column = [
      'Kluisregels',
      'De conciërge bewaart de tweede sleutel van',
      'alle kluizen in de kast achter de balie.',
      '1. Iedere leerling krijgt bij het begin van',
      'het jaar een kluis en een sleutel, die de',
      'conciërge van de vestiging uitgeeft.',
      '2. Wie de sleutel kwijt is, meldt dat op',
      'dezelfde dag aan de conciërge van de',
      'vestiging waar de kluis staat.',
    ]
    expect(body(await bring(column))).toBe(
      [
        'De conciërge bewaart de tweede sleutel van alle kluizen in de kast achter de balie.',
        '',
        '1. Iedere leerling krijgt bij het begin van het jaar een kluis en een sleutel, die de conciërge van de vestiging uitgeeft.',
        '2. Wie de sleutel kwijt is, meldt dat op dezelfde dag aan de conciërge van de vestiging waar de kluis staat.\n',
      ].join('\n'),
    )
  })

  it('has nothing of the head and foot of its pages, though no empty line sets them apart', async () => {
    const page = (number: number) => [
      'Kluisregels College De Wilg',
      `${number} ${['Sleutels', 'Sloten', 'Kasten'][number - 1]}`,
      ...paragraph(12),
      `Vastgesteld in het overleg van 3 mei 2024 ${number}`,
    ]
    const brought = await bring([1, 2, 3].flatMap(page))
    expect(body(brought).match(/Vastgesteld in|Kluisregels College/g)).toBeNull()
    expect(dropped(brought).map(([text]) => text)).toEqual([
      'Vastgesteld in het overleg van 3 mei 2024 1',
      'Kluisregels College De Wilg',
      'Vastgesteld in het overleg van 3 mei 2024 2',
      'Kluisregels College De Wilg',
      'Vastgesteld in het overleg van 3 mei 2024 3',
    ])
    expect(brought.policy.metadata.title).toBe('Kluisregels College De Wilg')
  })

  it('keeps headings that count, and lines that only recur', async () => {
    const steps = [1, 2, 3].flatMap((number) => [`Stap ${number}`, ...paragraph(12)])
    expect(dropped(await bring(['Kluisregels', ...steps]))).toEqual([])
    const groups = [1, 2, 3].flatMap((number) => [`Sleutels van groep ${number}`, 'Bij de balie', ...paragraph(2)])
    expect(dropped(await bring(['Kluisregels', ...groups]))).toEqual([])
  })

  it('has a head that stands in the middle of a sentence taken out of it', async () => {
    const half = 'De conciërge van de vestiging geeft de sleutel van een kluis alleen aan'
    const head = 'Kluisregels De Wilg'
    const rest = 'de leerling die hem heeft gehuurd, of aan diens ouders.'
    const brought = await bring(['Regeling', ...paragraph(12), half, head, rest, ...paragraph(12), head, ...paragraph(12)])
    expect(body(brought)).toContain(`${half} ${rest}`)
    expect(dropped(brought)).toEqual([
      [head, 'running line'],
      [head, 'running line'],
    ])
  })

  it('has the numbers of chapters before the titles they stood above', async () => {
    const source = ['Kluisregels', '', '1', '', 'Sleutels', '', ...paragraph(3), '', '2', '', 'Sloten', '', ...paragraph(3)]
    const brought = await bring(source)
    expect(body(brought).match(/^# .*$/gm)).toEqual(['# Sleutels', '# Sloten'])
    expect(brought.policy.metadata.numbering).toEqual({ headings: ['decimal'] })
    expect(told(brought, 'labels')).toMatchObject([{ values: { count: 2 } }])
  })

  it('has them before the titles of the contents, where a line of the page came between', async () => {
    const contents = ['Inhoud', '1 Sleutels ........... 2', '2 Sloten ............. 3', '']
    const chapter = (number: number, title: string) => ['', `${number}`, '', 'College De Wilg', '', title, '', ...paragraph(3)]
    const brought = await bring(['Kluisregels', '', ...contents, ...chapter(1, 'Sleutels'), ...chapter(2, 'Sloten')])
    expect(body(brought)).toContain('# Sleutels')
    expect(brought.policy.metadata.numbering).toEqual({ headings: ['decimal'] })
  })

  it('keeps the cells of a table as they stand, one clause, and says so', async () => {
    const cells = ['Soort Prijs Waar', 'Sleutelhanger', 'Twee sleutels', '5 euro bij de balie', '\uF0B7 Slot 7 euro']
    const brought = await bring(['Kluisregels', ...paragraph(3), ...cells, '2.1 Sloten', ...paragraph(3)])
    expect(body(brought)).toContain(
      '```\nSoort Prijs Waar\nSleutelhanger\nTwee sleutels\n5 euro bij de balie\n• Slot 7 euro\n```',
    )
    expect(told(brought, 'cells')).toMatchObject([{ values: { count: 5 }, line: 5 }])
    expect(brought.receipt.unaccounted).toEqual([])
    expect(brought.receipt.findings.filter(({ rule }) => rule === 'import/differs' || rule === 'import/words')).toEqual([])
  })
})
