import { describe, expect, it } from 'vitest'
import { presentMemo, presentSideBySide, presentWasWordt } from '../../../src/papers/index.js'
import { type DocBlock, type DocTable, type Document, eachBlock } from '../../../src/present/index.js'
import { renderText } from '../../../src/render/text/index.js'
import { numbered, versions } from '../../support/versions.js'

const shown = (document: Document): string => renderText(document, { paint: (_style, text) => text, width: 200 })

const tables = (document: Document): DocTable[] => {
  const found: DocTable[] = []
  eachBlock(document.children, (block) => 'type' in block && block.type === 'table' && found.push(block))
  return found
}
const rowTexts = (table: DocTable): string[] =>
  [...table.head, ...table.body].map(({ cells }) =>
    cells
      .map(({ children }) => children.map((block: DocBlock) => shown({ children: [block] } as unknown as Document)).join(' '))
      .join(' | '),
  )

const DAYS = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag']
const rota = (hour: (day: string) => string) =>
  numbered(
    [
      '# Rooster {#rooster}',
      '',
      '| Dag | Open |',
      '|---|---|',
      ...DAYS.map((day) => `| ${day} | ${hour(day)} |`),
      '{#uren}',
    ].join('\n'),
  )

describe('a table that changed', () => {
  const pair = versions(
    rota(() => 'acht uur'),
    rota((day) => (day === 'donderdag' ? 'negen uur' : 'acht uur')),
  )

  it('stays a table, with the rows that changed and those beside them', () => {
    const table = tables(presentWasWordt(pair.comparison, pair.setting)).find(({ columns }) => columns.length === 2)
    expect(table && rowTexts(table)).toEqual([
      'Dag | Open',
      '[…]',
      'woensdag | acht uur',
      'donderdag | [-acht-]{+negen+} uur',
      'vrijdag | acht uur',
      '[…]',
    ])
  })

  it('stands in full where both texts do', () => {
    const table = tables(presentSideBySide(pair.comparison, pair.setting)).find(({ columns }) => columns.length === 2)
    expect(table && rowTexts(table)).toHaveLength(8)
  })
})

describe('a long clause that changed', () => {
  const sentences = Array.from({ length: 9 }, (_, k) => `De leerling meldt zich op plek ${k + 1} van het gebouw.`)
  const long = (fifth: string) =>
    numbered(`# Melden {#melden}\n\n${sentences.map((own, k) => (k === 4 ? fifth : own)).join(' ')} {#plek}`)
  const pair = versions(long('De ouder tekent met een pen.'), long('De ouder tekent met een potlood.'))

  it('is shown by the sentence that changed and those beside it', () => {
    const [table] = tables(presentWasWordt(pair.comparison, pair.setting))
    const [, was, wordt] = (table?.body[0]?.cells ?? []).map(({ children }) => shown({ children } as unknown as Document))
    expect(was).toBe(`[…] ${sentences[3]} De ouder tekent met een [-pen-]. ${sentences[5]} […]`)
    expect(wordt).toBe(`[…] ${sentences[3]} De ouder tekent met een {+potlood+}. ${sentences[5]} […]`)
  })

  it('stands in full where both texts do', () => {
    expect(shown(presentSideBySide(pair.comparison, pair.setting))).toContain(sentences[0])
  })
})

describe('the memo', () => {
  const rules = (changed: (k: number) => string) =>
    numbered(
      [1, 2, 3]
        .flatMap((chapter) => [
          `# Hoofdstuk ${chapter} {#h${chapter}}`,
          '',
          ...Array.from({ length: 8 }, (_, k) => `1. ${changed(chapter * 10 + k)} {#r${chapter}-${k}}`),
          '',
        ])
        .join('\n'),
      'version: 1.0.0\nstatus: proposed\nroute: [{ body: MR, right: consent }]\n',
    )
  const number = (k: number) => `Dit mag ten hoogste ${k} keer per jaar voorkomen.`
  const pair = versions(
    rules((k) => (k === 37 ? 'Een leerling mag niet roken op het plein.' : number(k))),
    rules((k) => (k === 37 ? 'Een leerling mag roken op het plein.' : number(k + 100))),
  )

  it('asks first what it asks, with room for the meeting and the agenda', () => {
    const text = shown(presentMemo(pair.comparison, pair.setting))
    const order = [
      'Vergadering van',
      'Agendapunt',
      'Indiener',
      'Bijlagen',
      'Gevraagd besluit',
      'Voorgesteld wordt',
      'Wat verandert er',
    ]
    const places = order.map((words) => text.indexOf(words))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places.every((at) => at >= 0)).toBe(true)
    expect(text).toContain('Was-wordttabel, Wijzigingen in de tekst, Concordantietabel')
  })

  it('tells what was forbidden and is allowed first, twelve one by one, and the others by their places', () => {
    const items: string[] = []
    eachBlock(presentMemo(pair.comparison, pair.setting).children, (block) => {
      if ('type' in block && block.type === 'item') items.push(shown({ children: block.children } as unknown as Document))
    })
    expect(items[0]).toMatch(/^3\.h .*van verboden naar toegestaan/)
    expect(items.filter((item) => item.includes('termijn'))).toHaveLength(11)
    expect(items.slice(12).map((item) => item.replace(/:.*/s, ''))).toEqual([
      'Hoofdstuk 2 (nog 5 wijzigingen)',
      'Hoofdstuk 3 (nog 7 wijzigingen)',
    ])
  })

  it('tells in English, too, what was forbidden and is allowed before all, and keeps what a number counts', () => {
    const text = (weeks: string, smoking: string) =>
      numbered(
        `# Rules {#r}\n\n1. The school answers within ${weeks} weeks. {#a}\n2. A pupil ${smoking} smoke in the playground. {#b}\n`,
      ).replace('lang: nl', 'lang: en')
    const two = versions(text('eight', 'may not'), text('six', 'may'))
    const memo = shown(presentMemo(two.comparison, two.setting))
    expect(memo).toContain('from “eight weeks” to “six weeks”')
    expect(memo).toContain('from forbidden to allowed')
    expect(memo.indexOf('from forbidden to allowed')).toBeLessThan(memo.indexOf('from “eight weeks”'))
  })

  it('keeps what a number counts beside it', () => {
    const text = (weeks: string, euro: string) =>
      numbered(`# Regels {#r}\n\nDe ouder antwoordt binnen ${weeks} weken. {#a}\n\nDe boete is ${euro}. {#b}\n`)
    const two = versions(text('acht', '8 euro'), text('zes', '6 euro'))
    const memo = shown(presentMemo(two.comparison, two.setting))
    expect(memo).toContain('“acht weken” wordt “zes weken”')
    expect(memo).toContain('“8 euro” wordt “6 euro”')
  })

  it.each([
    ['De ouder betaalt ten hoogste %s per jaar.', 'nl', '€ 40', '€ 60', '“€ 40 per jaar” wordt “€ 60 per jaar”'],
    ['De ouder betaalt %s en meldt dat.', 'nl', '€ 40', '€ 60', '“€ 40” wordt “€ 60”'],
    ['A trip costs each family at most %s a year;', 'en', '£40', '£60', 'from “£40 a year” to “£60 a year”'],
    ['A family pays %s and signs.', 'en', '£40', '£60', 'from “£40” to “£60”'],
  ] as const)('tells an amount with what it is for: %s', (clause, lang, was, is, told) => {
    const two = versions(
      ...([was, is].map((amount) =>
        numbered(`# R {#r}\n\n${clause.replace('%s', amount)} {#a}\n`).replace('lang: nl', `lang: ${lang}`),
      ) as [string, string]),
    )
    expect(shown(presentMemo(two.comparison, two.setting))).toContain(told)
  })

  it('says how much of a change it does not tell, and then gives the words beside the author’s reason', () => {
    const pair = versions(
      numbered('# Kamp {#kamp}\n\n1. Medicijnen geeft de kampleider, volgens het formulier. {#geven}'),
      numbered(
        '# Kamp {#kamp}\n\n1. Medicijnen geeft altijd de kampleider of een leerling uit groep 8, volgens het formulier. {#geven}',
        'changes:\n  geven: { why: Dat is veiliger. }\n',
      ),
    )
    const text = shown(presentMemo(pair.comparison, pair.setting)).replace(/\s+/g, ' ')
    // Told are the number and the pupil; besides, "altijd" and what stands in the list.
    expect(text).toContain(
      'komt erbij; en nog 2 punten. “Medicijnen geeft altijd de kampleider of een leerling uit groep 8, volgens het formulier.” Dat is veiliger.',
    )
  })

  it.each(['school', 'working'])('tells of %s days as what is counted, not of the kind of day alone', (kind) => {
    const text = (days: string) =>
      numbered(`# R {#r}\n\nThe head answers within ${days} ${kind} days. {#a}\n`).replace('lang: nl', 'lang: en')
    const two = versions(text('ten'), text('five'))
    expect(shown(presentMemo(two.comparison, two.setting))).toContain(`from “ten ${kind} days” to “five ${kind} days”`)
  })

  it('takes no verb behind a number for what it counts', () => {
    const text = (age: number) => numbered(`# R {#r}\n\nVisitors over ${age} need a pass. {#a}\n`).replace('lang: nl', 'lang: en')
    const two = versions(text(16), text(18))
    expect(shown(presentMemo(two.comparison, two.setting))).toContain('from “16” to “18”')
  })

  it('tells a fine that is gone as what is denied, and not as what is forbidden', () => {
    const text = (fine: string) => numbered(`# R {#r}\n\nWie te laat inlevert, krijgt ${fine} boete. {#a}\n`)
    const two = versions(text('een'), text('geen'))
    const memo = shown(presentMemo(two.comparison, two.setting))
    expect(memo).not.toContain('naar verboden')
    expect(memo).toContain('ontkenning')
    const leave = (may: string) => numbered(`# R {#r}\n\nLeerlingen ${may} bellen in de hal. {#a}\n`)
    const other = versions(leave('mogen'), leave('mogen niet'))
    expect(shown(presentMemo(other.comparison, other.setting))).toContain('van toegestaan naar verboden')
  })

  it('does not tell that the decisions on the text before are not those on this one', () => {
    const text = (weeks: string, more = '') => numbered(`# Regels {#r}\n\nDe ouder antwoordt binnen ${weeks} weken. {#a}\n`, more)
    const decided = (name: string) => `approvals: [{ date: 2026-01-05, body: MR, right: consent, name: ${name} }]\n`
    const fresh = versions(text('acht', decided('Eik')), text('zes'))
    expect(shown(presentMemo(fresh.comparison, fresh.setting))).not.toContain('Genomen besluiten')
    const anew = versions(text('acht', decided('Eik')), text('zes', decided('Beuk')))
    expect(shown(presentMemo(anew.comparison, anew.setting))).not.toContain('Genomen besluiten')
    const next = versions(text('acht', decided('Eik')), text('acht'))
    expect(shown(presentMemo(next.comparison, next.setting))).toContain('Geen wijzigingen: de twee teksten zijn gelijk.')
    const renamed = versions(text('acht'), text('acht').replace('{#a}', '{#b}'))
    expect(shown(presentMemo(renamed.comparison, renamed.setting))).toContain('Een ander kenmerk: a werd b.')
    const other = versions(text('acht', decided('Eik')), text('acht', decided('Beuk')))
    expect(shown(presentMemo(other.comparison, other.setting))).toContain('Genomen besluiten')
  })

  it('quotes a long norm by its first and last word, and what denies in it once', () => {
    const text = (none: string) =>
      numbered(
        `# Regels {#r}\n\nDe mentor mag foto's delen. Medewerkers mogen voor de lessen met leerlingen ${none}groepen maken. {#a}\n`,
      )
    const two = versions(text(''), text('geen '))
    const memo = shown(presentMemo(two.comparison, two.setting))
    expect(memo).toContain('wat mag of moet: “mogen” wordt “mogen … geen”.')
    expect(memo).not.toContain('ontkenning')
  })

  it('is a draft until the text is adopted', () => {
    expect(presentMemo(pair.comparison, pair.setting).mark).toBe('Concept – voorstel')
    expect(presentWasWordt(pair.comparison, pair.setting).mark).toBe('Concept – voorstel')
  })
})

describe('many changes to be read', () => {
  const words = 'het rooster ligt bij de balie en wie er iets in zoekt vraagt het daar aan een van de mensen'.split(' ')
  const text = (swap: (k: number) => string) =>
    numbered(
      [1, 2]
        .flatMap((chapter) => [
          `# Deel ${chapter} {#d${chapter}}`,
          '',
          ...Array.from({ length: 12 }, (_, k) => `1. Op plek ${chapter}${k}: ${swap(k)}. {#p${chapter}-${k}}`),
          '',
        ])
        .join('\n'),
    )
  const some = (few: number) =>
    versions(
      text(() => words.join(' ')),
      text((k) => words.map((word, at) => (k < few && at === k + 1 ? 'kalender' : word)).join(' ')),
    )
  const toRead = (pair: ReturnType<typeof some>) =>
    pair.comparison.entries.filter(({ significance }) => significance === 'to-read').length

  it('stand by section with what differs in each, and not in full', () => {
    const pair = some(12)
    expect(toRead(pair)).toBeGreaterThan(12)
    const memo = shown(presentMemo(pair.comparison, pair.setting))
    expect(memo).toContain(`Van deze ${toRead(pair)} wijzigingen is niet bewezen`)
    expect(memo).toMatch(/Deel 1: 1\.b formulering: “ligt” wordt “kalender”; 1\.c /)
    expect(memo).not.toContain('{+')
  })

  it('stand in full where they are few', () => {
    const pair = some(4)
    expect(toRead(pair)).toBeGreaterThan(0)
    expect(shown(presentMemo(pair.comparison, pair.setting))).toContain('{+kalender+}')
  })
})
