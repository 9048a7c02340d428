import type { WordClass } from './lexicon.js'
import { make, type NormRule } from './reading.js'

/** What is looked for before any norm: whom one is not for, who decides, what is for some only, what was so once. */
export const FIRST_RULES: readonly NormRule[] = [
  {
    name: 'whom a norm is not for',
    examples: {
      nl: [['conditional-permission', 'Medewerkers van de receptie zijn hiervan uitgezonderd.']],
      en: [['conditional-permission', 'Guide dogs are exempt.']],
    },
    read: ({ first, anywhere }) => {
      const word = first('exempt') ?? anywhere('exempt')
      return word && make('conditional-permission', word)
    },
  },
  {
    name: 'who decides is told',
    examples: {
      nl: [
        ['statement', 'Het besluit ligt bij de directeur.'],
        ['statement', 'Boven duizend euro ligt het besluit bij het bestuur.'],
      ],
      en: [['statement', 'The decision is made by a panel of three.']],
    },
    read: ({ main, first }) => {
      const made = first('made')
      const told = [
        ...main.slice(0, SUBJECT),
        ...(made ? main.slice(main.indexOf(made), main.indexOf(made) + NEAR) : []),
        main.at(-1),
      ]
      const decision = told.some((word) => word?.is.has('decision'))
      return made && decision && !first('bound') && !first('must') && !first('may') && !first('can')
        ? make('statement')
        : undefined
    },
  },
  {
    name: 'what is for some only',
    examples: {
      nl: [
        ['conditional-permission', 'De achterdeur is alleen voor leveranciers.'],
        ['conditional-permission', 'Het zwembad is voorbehouden aan leden.'],
        ['conditional-permission', 'Toegang tot de kluis hebben alleen de penningmeester en de voorzitter.'],
        ['conditional-permission', 'Toegang tot opgeslagen brieven heeft alleen de secretaris.'],
      ],
      en: [['conditional-permission', 'Use of the lift is restricted to staff.']],
    },
    read: ({ first, only, all, main, negation }) => {
      if (negation || first('must') || first('may')) return undefined
      const word = first('narrowed')
      if (word) return first('copula') ? make('conditional-permission', word) : undefined
      if (!only) return undefined
      const next = all.slice(all.indexOf(only) + 1)
      const forWhom = /^(?:voor|for)$/.test(next[0]?.key ?? '') && first('copula')
      const having =
        /^(?:heeft|hebben|have|has)$/.test(main[main.indexOf(only) - 1]?.key ?? '') &&
        next.slice(0, 3).some(({ is }) => is.has('actor'))
      return forWhom || having ? make('conditional-permission', only) : undefined
    },
  },
  {
    name: 'what is so at times, or for some',
    examples: {
      nl: [
        ['statement', 'Leerlingen vergeten soms hun pas.'],
        ['statement', 'Niet iedere collega kent deze werkwijze.'],
      ],
      en: [
        ['statement', 'Visitors sometimes forget to sign.'],
        ['statement', 'Some colleagues work in two buildings.'],
      ],
    },
    read: ({ first, main, negation }) =>
      first('often') && !negation && !main.some(({ is }) => NORMS.some((of) => is.has(of))) ? make('statement') : undefined,
  },
  {
    name: 'what was so once',
    examples: {
      nl: [['statement', 'Vroeger moesten leerlingen in rijen staan.']],
      en: [['statement', 'Pupils used to be obliged to stand in rows.']],
    },
    read: ({ first }) => (first('past') ? make('statement') : undefined),
  },
]

/** Words in which the subject of a sentence stands, and how far behind its verb: "boven dat bedrag ligt het besluit bij". */
const SUBJECT = 5
const NEAR = 3

/** Words that make a norm whatever happens at times: "soms moet een leerling …". */
const NORMS: readonly WordClass[] = [
  'must',
  'may',
  'can',
  'should',
  'need',
  'will',
  'forbidden',
  'allowed',
  'required',
  'advised',
  'asked',
]
