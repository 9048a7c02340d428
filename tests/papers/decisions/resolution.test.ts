import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { DECISIONS, RIGHTS } from '../../../src/model/index.js'
import { type DecisionSetting, presentResolution } from '../../../src/papers/decisions/index.js'
import { decided, ROOM, shown } from './support.js'

const ROUTE =
  'route: [{ body: directie, right: advice }, { body: MR, right: consent }, { body: College van Bestuur, right: adoption }]\n'
const PROPOSED = `version: 1.1.0\nstatus: proposed\nproposed: { date: 2026-03-02, text: HASH }\n${ROUTE}`
const taken = (...lines: readonly string[]): string => `approvals:\n${lines.map((line) => `  - ${line}\n`).join('')}`
const ADVICE = '{ body: directie, date: 2026-03-05, right: advice, decision: positive, text: HASH }'
const CONSENT = '{ body: MR, date: 2026-03-09, right: consent, decision: positive, text: HASH }'
const ADOPTION =
  '{ body: College van Bestuur, date: 2026-03-16, right: adoption, decision: positive, text: HASH, name: B. Smit, role: voorzitter }'
const OTHER = `sha256:${'ab12cd34'.repeat(8)}`
const said = (front: string, more: Omit<Parameters<typeof decided>[0], 'front'> = {}): string =>
  shown(presentResolution(decided({ front, ...more })))

describe('a resolution to adopt', () => {
  it('names who resolves, what was put forward and on which day', () => {
    const text = said(PROPOSED)
    expect(text).toContain('Besluit tot vaststelling van het Protocol foto’s')
    expect(text).toContain('Het College van Bestuur van Basisschool De Linde,')
    expect(text).toMatch(
      /gelezen het voorstel van 2 maart 2026 tot vaststelling van het Protocol foto’s, versie 1\.1\.0, met een vingerafdruk die begint met [0-9a-f]{4}\u00a0[0-9a-f]{4}/,
    )
  })

  it('considers what each body decided on exactly these words, with the day', () => {
    const text = said(PROPOSED + taken(ADVICE, CONSENT))
    expect(text).toContain('a. de directie op 5 maart 2026 positief heeft geadviseerd over deze tekst;')
    expect(text).toContain('b. de MR op 9 maart 2026 heeft ingestemd met deze tekst;')
    expect(text).not.toContain('nog niet')
  })

  it('considers nothing that was decided after it, and says it behind what was signed', () => {
    const late = '{ body: Raad van Toezicht, date: 2026-03-20, right: approval, decision: negative, text: HASH }'
    const text = said(PROPOSED.replace('proposed', 'adopted') + taken(ADVICE, CONSENT, ADOPTION, late))
    const [considered = '', rest = ''] = text.split('Artikel 1')
    expect(considered).toContain('9 maart 2026')
    expect(considered).not.toContain('Raad van Toezicht')
    expect(rest).toMatch(/Na dit besluit is vastgelegd dat de Raad van Toezicht op 20 maart 2026 goedkeuring heeft onthouden/)
    const same = said(PROPOSED + taken(ADVICE, CONSENT, ADOPTION, late.replace('03-20', '03-16')))
    expect(same).not.toContain('Na dit besluit')
  })

  it('says who has not decided yet, and that it cannot be passed until then', () => {
    const text = said(PROPOSED + taken(ADVICE))
    expect(text).toContain('b. de MR met deze tekst nog niet heeft ingestemd;')
    expect(text).toContain('Dit besluit kan nog niet worden genomen. Nog niet over deze tekst besloten: MR (instemming).')
  })

  it('takes no consent to other words for a consent to these', () => {
    const text = said(PROPOSED + taken(ADVICE, CONSENT.replace('HASH', OTHER)))
    expect(text).toContain(
      'de MR op 9 maart 2026 heeft ingestemd met een andere tekst dan deze (met een vingerafdruk die begint met ab12\u00a0cd34);',
    )
    expect(text).toContain('de MR met deze tekst nog niet heeft ingestemd;')
    expect(text).toContain('Nog niet over deze tekst besloten: MR (instemming).')
  })

  it('leaves out what a body decided on an earlier proposal once it decided on this one', () => {
    const text = said(PROPOSED + taken(ADVICE.replace('HASH', OTHER), ADVICE, CONSENT))
    expect(text).not.toContain('ab12')
    expect(text).toContain('a. de directie op 5 maart 2026 positief heeft geadviseerd over deze tekst;')
  })

  it('does not say what a decision without a hash or an outcome does not say', () => {
    const text = said(PROPOSED + taken(ADVICE, '{ body: MR, date: 2026-03-09 }'))
    expect(text).toContain(
      'de MR op 9 maart 2026 heeft besloten over een tekst waarvan de vingerafdruk niet is vastgelegd, waarbij de uitkomst niet is vastgelegd;',
    )
    expect(text).toContain('Nog niet over deze tekst besloten: MR (instemming).')
  })

  it('asks why advice is not followed, and cannot go on where a consent was withheld', () => {
    const text = said(PROPOSED + taken(ADVICE.replace('positive', 'negative'), CONSENT.replace('positive', 'negative')))
    expect(text).toContain('a. de directie op 5 maart 2026 negatief heeft geadviseerd over deze tekst;')
    expect(text).toContain(`b. van het advies van de directie om de volgende reden wordt afgeweken: ${ROOM};`)
    expect(text).toContain('c. de MR op 9 maart 2026 instemming heeft onthouden aan deze tekst;')
    expect(text).toContain('Dit besluit kan zo niet worden genomen. Niet ongewijzigd akkoord: MR (instemming).')
  })

  it('prints remarks, and that a body was asked out of turn', () => {
    const text = said(PROPOSED + taken(ADVICE.replace('text: HASH', 'text: HASH, remarks: "Graag kort.", forced: vakantie')))
    expect(text).toContain(
      'over deze tekst, buiten de volgorde van de besluitvorming (vakantie), met de opmerking: “Graag kort.”;',
    )
  })

  it('leaves room for what is open, and none for what is known', () => {
    const open = said(PROPOSED)
    expect(open).toContain(`Versie 1.1.0 treedt in werking met ingang van ${ROOM}.`)
    expect(open).toContain(`Aldus besloten te ${ROOM} op ${ROOM}.`)
    const known = said(`${PROPOSED}effective: 2026-08-01\nreview: 2029-08-01\n${taken(ADVICE, CONSENT, ADOPTION)}`)
    expect(known).toContain('Versie 1.1.0 treedt in werking met ingang van 1 augustus 2026.')
    expect(known).toContain('De werking wordt uiterlijk op 1 augustus 2029 geëvalueerd.')
    expect(known).toContain(`Aldus besloten te ${ROOM} op 16 maart 2026.`)
    expect(known).toMatch(/B\.\sSmit/)
  })

  it('is marked as a draft until who adopts did, on these words', () => {
    const mark = (...lines: readonly string[]) => presentResolution(decided({ front: PROPOSED + taken(...lines) })).mark
    expect(mark(ADVICE, CONSENT)).toBe('Concept – ontwerpbesluit')
    expect(mark(ADVICE, CONSENT, ADOPTION.replace('HASH', OTHER))).toBe('Concept – ontwerpbesluit')
    expect(mark(ADVICE, CONSENT, ADOPTION.replace('positive', 'negative'))).toBe('Concept – ontwerpbesluit')
    expect(mark(ADVICE, CONSENT, ADOPTION)).toBeUndefined()
  })

  it('of a text that was rejected, or is to be changed, says so first', () => {
    const rejected = said(PROPOSED + taken(ADVICE, CONSENT, ADOPTION.replace('positive', 'negative')))
    expect(rejected).toContain('Het College van Bestuur heeft op 16 maart 2026 besloten deze tekst niet vast te stellen.')
    const amended = said(PROPOSED + taken(ADVICE, CONSENT, ADOPTION.replace('positive', 'amended')))
    expect(amended).toContain('Het College van Bestuur heeft op 16 maart 2026 tot wijziging van deze tekst besloten.')
  })

  it('lets no version lapse where none is known, and says nothing of changes', () => {
    const text = said(PROPOSED)
    expect(text).toContain('Artikel 2 Inwerkingtreding, evaluatie en bekendmaking')
    expect(text).not.toContain('vervalt')
    expect(text).not.toContain('verschilt')
  })

  it('leaves room for a day that nobody decided on, and tells below it from when the release then applies', () => {
    const all = taken(ADVICE, CONSENT, ADOPTION)
    const adopted = PROPOSED.replace('status: proposed', 'status: adopted')
    const told =
      'Een dag van inwerkingtreding is niet vastgelegd; zonder zo’n dag geldt versie 1.1.0 vanaf 16 maart 2026, de dag van het laatste besluit.'
    for (const text of [said(adopted + all), said(PROPOSED + all)])
      expect(text).toContain(`Versie 1.1.0 treedt in werking met ingang van ${ROOM}.`)
    expect(said(adopted + all)).toContain(told)
    expect(said(`${adopted}effective: 2026-08-01\n${all}`)).not.toContain('niet vastgelegd')
    // Of a text that is not released, or only says of itself that it is adopted, no such day is known.
    expect(said(PROPOSED + all)).not.toContain('niet vastgelegd')
    expect(said(adopted + taken(ADVICE))).not.toContain('niet vastgelegd')
  })

  it('takes eight digits of a fingerprint for its beginning, and claims no annexed text that is not there', () => {
    const text = said(PROPOSED)
    expect(text).toMatch(/aangeduid met de gehele vingerafdruk in de bijlage, die begint met [0-9a-f]{4}\u00a0[0-9a-f]{4}, wordt/)
    expect(text).not.toContain('gevoegd')
  })

  it('names the text by its whole hash', () => {
    const setting = decided({ front: PROPOSED })
    const document = presentResolution(setting)
    const [hash = ''] = document.properties.keywords ?? []
    expect(hash).toMatch(/^sha256:[0-9a-f]{64}$/)
    expect(shown(document)).toContain(hash)
  })

  it('without a route leaves open who resolves', () => {
    expect(said('version: 1.0.0\nstatus: draft\n')).toMatch(new RegExp(`^${ROOM} van Basisschool De Linde,$`, 'm'))
  })
})

describe('a resolution on a revision', () => {
  const FORMER =
    '# Foto’s {#fotos}\n\n1. Een medewerker plaatst een foto na toestemming van de ouders. {#toestemming}\n2. Een foto blijft vier jaar staan. {#duur}\n3. De directie bewaart een lijst. {#lijst}\n'
  const BODY =
    '# Foto’s {#fotos}\n\n1. Een medewerker plaatst een foto na toestemming van de ouders. {#toestemming}\n2. Een foto blijft twee jaar staan. {#duur}\n3. Ouders mogen een foto laten verwijderen. {#verwijderen}\n'
  const front = `${PROPOSED}proposal: Vier jaar is te lang.\nreview: 2029-08-01\n`
  const text = said(front, { body: BODY, former: FORMER })

  it('names the clauses that change by their numbers, and what the text says of itself', () => {
    expect(text).toContain('versie 1.1.0 op deze punten verschilt van versie 1.0.0:')
    expect(text).toContain('– inhoudelijk gewijzigd: 1.b;')
    expect(text).toContain('– nieuw: 1.c;')
    expect(text).toContain('– vervallen: 1.c (nummers van versie 1.0.0);')
    expect(text).toContain('– gegevens over de regeling: Evaluatie uiterlijk en Besluitvorming;')
  })

  it('lets lapse what applies until then, and says of a version that never applied that it does not begin', () => {
    const lapsing = (succession: NonNullable<DecisionSetting['succession']>) =>
      shown(presentResolution({ ...decided({ front: ROUTE, former: '# Foto’s {#fotos}\n' }), succession }))
    const beside = lapsing({ replaced: '1.0.0', idle: { version: '1.0.5' } })
    expect(beside).toContain('Versie 1.0.0 vervalt')
    expect(beside).toContain('Versie 1.0.5 treedt niet in werking.')
    expect(lapsing({ idle: { version: '1.0.0', withdrawn: '2026-07-01' } })).not.toContain('vervalt')
  })

  it('gives the reason in its own words, and lets the version before lapse', () => {
    expect(text).toContain('hiervoor de volgende reden is gegeven: “Vier jaar is te lang.”;')
    expect(text).toContain('Versie 1.0.0 vervalt op de dag waarop versie 1.1.0 in werking treedt.')
    expect(said(`${front}effective: 2026-08-01\n`, { body: BODY, former: FORMER })).toContain(
      'Versie 1.0.0 vervalt met ingang van 1 augustus 2026.',
    )
  })

  it('says of a change that is not proved harmless that it is not', () => {
    const reworded = FORMER.replace('De directie bewaart een lijst.', 'De directie bewaart een overzicht ter zake.')
    expect(said(PROPOSED, { body: reworded, former: FORMER })).toMatch(
      /(?:inhoudelijk gewijzigd|niet vaststaat of de betekenis gelijk is gebleven): 1\.c;/,
    )
  })
})

describe('its words', () => {
  const table = (lang: string): Record<string, string> =>
    parse(readFileSync(new URL(`../../../templates/wording/decisions.${lang}.yaml`, import.meta.url), 'utf8'))

  it('are there in both languages, for every right and every outcome', () => {
    const [nl, en] = [table('nl'), table('en')]
    expect(Object.keys(en)).toEqual(Object.keys(nl))
    const outcomes = [...DECISIONS, 'pending'].flatMap((outcome) => RIGHTS.map((right) => `resolution.${outcome}.${right}`))
    expect(Object.keys(nl)).toEqual(expect.arrayContaining(outcomes))
  })

  it('read as English in an English text', () => {
    const setting = decided({ front: PROPOSED.replace('College van Bestuur', 'Board') })
    expect(shown(presentResolution(setting))).not.toContain('undefined')
  })

  it('names provisions of the template on which nobody decided', () => {
    const open = `decisions:\n  kit: { choice: open, from: 1.0.0, to: 1.1.0, provision: 'sha256:${'0'.repeat(64)}' }\n`
    const front = `version: 1.0.0\nstatus: draft\nroute: [{ body: Bestuur, right: adoption }]\n${open}`
    expect(shown(presentResolution(decided({ front })))).toContain(
      'Over deze bepalingen van het model is nog niet besloten: #kit.',
    )
    expect(shown(presentResolution(decided({ front: front.replace(open, '') })))).not.toContain('nog niet besloten')
  })

  it('considers nothing where there is nothing to consider', () => {
    const front = 'version: 1.0.0\nstatus: draft\nroute: [{ body: Bestuur, right: adoption }]\n'
    expect(shown(presentResolution(decided({ front })))).not.toContain('overwegende dat')
    expect(shown(presentResolution(decided({ front: `${front}proposal: Ouders vroegen erom.\n` })))).toContain('overwegende dat')
  })
})
