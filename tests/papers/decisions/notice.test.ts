import { describe, expect, it } from 'vitest'
import { presentNotice } from '../../../src/papers/decisions/index.js'
import { decided, ROOM, shown } from './support.js'

const ADOPTED = `version: 1.1.0
status: adopted
effective: 2026-08-01
route: [{ body: directie, right: advice }, { body: MR, right: consent }, { body: College van Bestuur, right: adoption }]
approvals:
  - { body: directie, date: 2026-03-05, decision: negative, text: HASH }
  - { body: MR, date: 2026-03-09, decision: positive, text: HASH }
  - { body: College van Bestuur, date: 2026-03-16, decision: positive, text: HASH }
`
const rules = (number: (k: number) => string): string =>
  `# Foto’s {#fotos}\n\n${[1, 2, 3, 4, 5].map((k) => `1. Een medewerker plaatst ten hoogste ${number(k)} foto’s van een klas per jaar. {#r${k}}\n`).join('')}`
const FORMER = rules((k) => `${k}`)
const said = (front: string, more: Omit<Parameters<typeof decided>[0], 'front'> = {}): string =>
  shown(presentNotice(decided({ front, ...more })))

describe('the notice of a release', () => {
  it('says who adopted what and when, from when it applies, and who was heard', () => {
    const text = said(ADOPTED)
    expect(text).toContain(
      'Op 16 maart 2026 heeft het College van Bestuur van Basisschool De Linde besloten tot vaststelling van het Protocol foto’s, versie 1.1.0.',
    )
    expect(text).toMatch(/Geldt vanaf\s+1 augustus 2026/)
    expect(text).toMatch(/Instemming\s+MR, 9 maart 2026/)
    expect(text).toMatch(/Advies\s+directie, 5 maart 2026 \(negatief\)/)
  })

  it('prints under which remark a body agreed, whether or not it is known on which words', () => {
    const front = ADOPTED.replace(
      'MR, date: 2026-03-09, decision: positive',
      'MR, date: 2026-03-09, decision: positive, remarks: Mits het hek dicht blijft',
    )
    expect(said(front)).toMatch(/Instemming\s+MR, 9 maart 2026 \(met de opmerking: “Mits het hek dicht blijft”\)/)
    expect(said(front.replaceAll(', text: HASH', ''))).toContain(
      'MR, 9 maart 2026 (woorden niet vastgelegd, met de opmerking: “Mits het hek dicht blijft”)',
    )
  })

  it('tells three changes of substance, the number of the others, and no editorial one', () => {
    const text = said(ADOPTED, { former: FORMER, body: rules((k) => `${k + 10}`) })
    expect(text.match(/getal: “\d foto’s” wordt “1\d foto’s”/g)).toHaveLength(3)
    expect(text).toContain('Daarnaast zijn er nog 2 inhoudelijke wijzigingen.')
    expect(text).toMatch(/Vervangt\s+versie 1\.0\.0/)
  })

  it('replaces no version that never applied', () => {
    const text = shown(
      presentNotice({ ...decided({ front: ADOPTED }), succession: { replaced: '1.0.0', idle: { version: '1.0.5' } } }),
    )
    expect(text).toMatch(/Vervangt\s+versie 1\.0\.0/)
    expect(text).toMatch(/Volgt op\s+versie 1\.0\.5 \(treedt niet in werking\)/)
  })

  it('says, where it is made again later, until when the release applied', () => {
    const made = (end: { day?: string; next?: string; never: boolean }) =>
      shown(presentNotice({ ...decided({ front: ADOPTED }), end }))
    expect(made({ day: '2026-12-01', next: '1.2.0', never: false })).toMatch(
      /Geldt vanaf\s+1 augustus 2026\s+Geldt tot\s+1 december 2026; vanaf die dag geldt versie 1\.2\.0/,
    )
    expect(made({ day: '2026-12-01', never: false })).toMatch(/Geldt tot\s+1 december 2026, de dag van de intrekking/)
    expect(made({ never: false })).toMatch(/Geldt tot\s+ingetrokken; een dag is niet vastgelegd/)
    for (const [end, why] of [
      [{ day: '2026-07-01', next: '1.2.0', never: true }, 'versie 1.2.0 komt er op 1 juli 2026 voor in de plaats'],
      [{ day: '2026-07-01', never: true }, 'het beleidsstuk is op 1 juli 2026 ingetrokken'],
    ] as const) {
      expect(made(end)).toContain(`nooit: ${why}`)
      expect(made(end)).not.toContain('1 augustus 2026')
    }
  })

  it('says that nothing of substance changes only where that is proved', () => {
    const typing = said(ADOPTED, { former: FORMER.replaceAll('’', "'"), body: FORMER })
    expect(typing).toContain('Er zijn geen inhoudelijke wijzigingen ten opzichte van versie 1.0.0.')
    const toRead = decided({ front: ADOPTED, former: FORMER, body: FORMER.replace('plaatst ten hoogste 1', 'zet ten hoogste 1') })
    const { significance } = toRead.revision?.comparison.entries.find(({ next }) => next[0]?.id === 'r1') ?? {}
    expect(significance).toBe('to-read')
    expect(shown(presentNotice(toRead))).toContain(
      'Van één wijziging staat niet vast of de betekenis gelijk is gebleven. Lees zelf: 1.a.',
    )
  })

  it('claims no decision on these words that is not proved, nor a day that nobody fixed', () => {
    const before = said(ADOPTED.replace(/, text: HASH/g, '').replace(/effective: .*\n/, ''))
    expect(before).toContain('Opgegeven is dat deze tekst is vastgesteld; over welke woorden is besloten, is niet bewezen.')
    expect(before).not.toContain('Op 16 maart')
    expect(before).toMatch(/Geldt vanaf\s+er is geen dag vastgelegd/)
    expect(before).toContain('MR, 9 maart 2026 (woorden niet vastgelegd)')
  })

  it('says from when the text applies as the standing of the policy does', () => {
    expect(said(ADOPTED.replace(/effective: .*\n/, ''))).toMatch(
      /Geldt vanaf\s+16 maart 2026, de dag van het laatste besluit; een andere dag is niet vastgelegd/,
    )
  })

  it('calls a text the first on record only where it follows no other', () => {
    expect(said(ADOPTED)).toContain('Dit is de eerste versie die is vastgelegd.')
    expect(said(`${ADOPTED}predecessor: { version: 1.0.0 }\n`)).toContain('De vorige versie, 1.0.0, is niet te lezen.')
  })

  it('says where the text is and whom to ask, and asks its readers to fill in nothing', () => {
    const organisation = { name: 'Basisschool De Linde', site: 'delinde.example', mail: 'info@delinde.example' }
    const known = said(ADOPTED, { organisation })
    expect(known).toMatch(/Te vinden op\s+delinde\.example/)
    expect(known).toMatch(/Vragen aan\s+info@delinde\.example/)
    for (const blank of ['Te vinden op', 'Vragen aan', ROOM]) expect(said(ADOPTED)).not.toContain(blank)
  })
})
