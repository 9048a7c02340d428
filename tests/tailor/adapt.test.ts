import { describe, expect, it } from 'vitest'
import { clauses, type Policy, plainText } from '../../src/model/index.js'
import { adaptBody, answersIn, NO_ANSWERS, questionsOf, readAnswers, withoutGuidance } from '../../src/tailor/index.js'
import { policy } from '../support/policy.js'
import { englishMessage } from '../support/words.js'

const MODEL = `
title: Model
lang: nl
parameters:
  school: { type: text, description: Naam van de school }
  soort: { type: choice, values: [po, vo], default: vo }
  dagen: { type: number, default: 5 }
  ingang: { type: date }
  termijn: { type: period, default: 2 weken }
  filmt: { type: flag, default: false }
  wie: { type: role, default: de mentor }
  kanalen: { type: list, default: [de site] }
`

const TEXT = `# Regels {#regels}

Leg het team dit eerst voor.[^tip] {#uitleg .guidance}

1. {{school}} antwoordt binnen {{dagen}} dagen. {#antwoord}
2. Elke foto vraagt toestemming. {#foto variant=streng}
3. Een herkenbare foto vraagt toestemming. {#foto variant=ruim}
4. Wie filmt, zegt waarvoor. {#filmen when=filmt}
5. Er wordt niet gefilmd. {#niet-filmen when=!filmt}
6. De leerling tekent zelf.[^zelf] {#zelf when="soort=vo"}
7. De pers belt de directie. {#pers .optional}

## Bijlage {#bijlage .optional}

Een toelichting. {#bijlage-tekst}

[^tip]: Neem er een uur voor.

[^zelf]: Vanaf zestien jaar.
`

const model = (): Policy => policy(TEXT, MODEL)
const ids = (body: Parameters<typeof clauses>[0]) => clauses(body).flatMap(({ id }) => id ?? [])

describe('what a template asks', () => {
  it('is its parameters, then what can be left out and what can be chosen, in order', () => {
    expect(questionsOf(model()).map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'parameter school',
      'parameter soort',
      'parameter dagen',
      'parameter ingang',
      'parameter termijn',
      'parameter filmt',
      'parameter wie',
      'parameter kanalen',
      'variant foto',
      'optional pers',
      'optional bijlage',
    ])
  })

  it('is read with the blanks of a provision between brackets', () => {
    const text =
      '1. Bel {{wie}}. {#bel variant=bellen}\n2. Mail {{ wie }}. {#bel variant=mailen}\n3. Of loop naar {{wie}}. {#loop .optional}\n'
    const asked = questionsOf(policy(text, MODEL)).flatMap((question) =>
      question.kind === 'variant'
        ? question.choices.map((choice) => choice.text)
        : question.kind === 'optional'
          ? question.text
          : [],
    )
    expect(asked).toEqual(['Bel [wie].', 'Mail [wie].', 'Of loop naar [wie].'])
  })
})

describe('a text that is adapted', () => {
  it('has the usual answers where nothing was answered: the first variant, all that is optional, no guidance', () => {
    const body = adaptBody(model(), NO_ANSWERS)
    expect(ids(body)).toEqual(['regels', 'antwoord', 'foto', 'niet-filmen', 'zelf', 'pers', 'bijlage', 'bijlage-tekst'])
    expect(body.notes.map(({ name }) => name)).toEqual(['zelf'])
    const foto = clauses(body).find(({ id }) => id === 'foto')?.node
    expect(foto && plainText(foto)).toBe('Elke foto vraagt toestemming.')
  })

  it('has the variant that was taken, under the id of the provision, and not what was declined', () => {
    const body = adaptBody(model(), {
      parameters: { filmt: true, soort: 'po' },
      variants: { foto: 'ruim' },
      optional: { pers: false, bijlage: false },
    })
    expect(ids(body)).toEqual(['regels', 'antwoord', 'foto', 'filmen'])
    const [foto, filmen] = ['foto', 'filmen'].map((wanted) => clauses(body).find(({ id }) => id === wanted)?.node)
    expect(foto?.type !== 'note' && foto?.attributes.values).toEqual({ variant: 'ruim' })
    expect(filmen?.type !== 'note' && filmen?.attributes.values).toEqual({})
  })

  it('tells its answers again', () => {
    const answers = {
      parameters: { filmt: true, soort: 'po' },
      variants: { foto: 'ruim' },
      optional: { pers: false, bijlage: true },
    }
    const school = {
      ...model(),
      ...adaptBody(model(), answers),
      metadata: { ...model().metadata, parameters: answers.parameters },
    }
    expect(answersIn(school, model())).toEqual(answers)
  })

  it('prints no guidance of a template either, nor its notes', () => {
    const printed = withoutGuidance(model())
    expect(ids(printed)).not.toContain('uitleg')
    expect(printed.notes.map(({ name }) => name)).toEqual(['zelf'])
  })
})

const FINE = 'parameters: { school: De Linde, ingang: 2026-08-01 }\n'
const wrong = (sheet: string) =>
  readAnswers(model(), sheet, 'answers.yaml').messages.map((message) => {
    const { reason, place } = englishMessage(message)
    return `${place?.line}: ${reason}`
  })

describe('a sheet of answers', () => {
  it('gives each answer its type', () => {
    const { value, messages } = readAnswers(
      model(),
      'parameters: { school: 2026, dagen: 7, ingang: 2026-08-01, filmt: ja, kanalen: [Instagram, de app] }\noptional: { pers: nee }\n',
      'answers.yaml',
    )
    expect(messages).toEqual([])
    expect(value).toEqual({
      parameters: { school: '2026', dagen: 7, ingang: '2026-08-01', filmt: true, kanalen: ['Instagram', 'de app'] },
      variants: {},
      optional: { pers: false },
    })
  })

  it.each([
    ['{}\n', '1: Unexpected absence of an answer to "school", expected one: the template has no default for it'],
    [
      FINE.replace('2026-08-01', '2026-02-30'),
      '1: Unexpected answer "2026-02-30" to "ingang", expected a date that exists, YYYY-MM-DD',
    ],
    [`${FINE.replace(' }', ', dagen: vijf }')}`, '1: Unexpected answer "vijf" to "dagen", expected a number'],
    [
      `${FINE.replace(' }', ', termijn: gauw }')}`,
      '1: Unexpected answer "gauw" to "termijn", expected a number with a unit of time, such as "2 weeks"',
    ],
    [`${FINE.replace(' }', ', soort: mbo }')}`, '1: Unexpected answer "mbo" to "soort", expected one of the choices'],
    [`${FINE.replace(' }', ', filmt: misschien }')}`, '1: Unexpected answer "misschien" to "filmt", expected yes or no'],
    [`${FINE}variants: { foto: anders }\n`, '2: Unexpected answer "anders" to "foto", expected one of the choices'],
    [`${FINE}variants: { film: ruim }\n`, '2: Unexpected answer to "film", expected a question of the template'],
    [`${FINE.replace(' }', ', kleur: groen }')}`, '1: Unexpected answer to "kleur", expected a question of the template'],
    [
      FINE.replace('De Linde', '"**De Linde**"'),
      '1: Unexpected markup in the answer "**De Linde**" to "school", expected plain words',
    ],
    [
      FINE.replace('De Linde', '"<b>De Linde</b>"'),
      '1: Unexpected markup in the answer "<b>De Linde</b>" to "school", expected plain words',
    ],
    [
      FINE.replace('De Linde', '"{{ingang}}"'),
      '1: Unexpected markup in the answer "{{ingang}}" to "school", expected plain words',
    ],
    [
      FINE.replace('De Linde', '"De Linde\\n\\n# Kop"'),
      '1: Unexpected markup in the answer "De Linde\n\n# Kop" to "school", expected plain words',
    ],
  ])('%j is refused', (sheet, expected) => {
    expect(wrong(sheet)).toContain(expected)
  })

  it('may hold what only looks like markup', () => {
    expect(wrong(FINE.replace('De Linde', '"St. Jan (2*) & Co. – afd. #3"'))).toEqual([])
  })

  it('is read no further than it is YAML', () => {
    expect(wrong('parameters: { school: A, school: B }\n').join()).toMatch(/same key .* a second time/)
    expect(wrong(`${FINE}antwoorden: {}\n`).join()).toMatch(/antwoorden/)
  })
})
