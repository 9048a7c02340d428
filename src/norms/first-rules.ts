import type { Lexicon, WordClass } from './lexicon.js'
import { isNarrowed, make, type NormRule } from './reading.js'
import type { Word } from './words.js'

/** What is looked for before any norm: whom one is not for, who decides, what is for some only, what was so once. */
export const FIRST_RULES: readonly NormRule[] = [
  {
    name: 'whom a norm is not for',
    examples: {
      nl: [
        ['conditional-permission', 'Medewerkers van de receptie zijn hiervan uitgezonderd.'],
        ['permission', 'Oud-leden zijn vrijgesteld van kantinedienst.'],
      ],
      en: [
        ['conditional-permission', 'Guide dogs are exempt.'],
        ['permission', 'Trainees are exempt from the annual fee.'],
        ['conditional-permission', 'Guide dogs are exempt from this rule.'],
      ],
    },
    read: (view) => {
      const word = view.first('exempt') ?? view.anywhere('exempt')
      if (!word) return undefined
      const [from, what] = view.all.slice(view.all.indexOf(word) + 1)
      const burden = word.key === 'vrijgesteld' || (from?.key === 'from' && what?.key !== 'this')
      return make(burden && !isNarrowed(view) && !view.only ? 'permission' : 'conditional-permission', word)
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
        ['conditional-permission', 'De sauna is ’s avonds enkel toegankelijk voor leden.'],
        ['prohibition', 'Het bijvullen van de tank is voorbehouden aan monteurs.'],
      ],
      en: [
        ['conditional-permission', 'Use of the lift is restricted to staff.'],
        ['conditional-permission', 'The hide is open on Sundays only to members.'],
        ['prohibition', 'Refilling the tank is reserved for mechanics.'],
      ],
    },
    read: ({ first, anywhere, only, all, main, negation, lexicon, condition }) => {
      if (negation || first('must') || first('may')) return undefined
      const word = first('narrowed')
      // What some only may do is forbidden to all others; where some only may come is open to them.
      if (word) return first('copula') ? make(isAct(main, lexicon) ? 'prohibition' : 'conditional-permission', word) : undefined
      // "Alterations are subject to the owner's consent."
      if (condition?.strict && main.at(-1)?.is.has('copula') && anywhere('consent'))
        return make('conditional-permission', main.at(-1))
      if (!only) return undefined
      const last =
        !lexicon.verbSecond && main.at(-1) === only && main.some(({ key }, at) => key === 'for' && main[at - 1]?.is.has('copula'))
      const next = all.slice(all.indexOf(only) + 1).filter(({ is }, at) => at > 0 || !is.has('access'))
      const forWhom = (/^(?:voor|for)$/.test(next[0]?.key ?? '') || (next[0]?.key === 'to' && first('access'))) && first('copula')
      const having =
        /^(?:heeft|hebben|have|has)$/.test(main[main.indexOf(only) - 1]?.key ?? '') &&
        next.slice(0, 3).some(({ is }) => is.has('actor'))
      return forWhom || having || last ? make('conditional-permission', only) : undefined
    },
  },
  {
    name: 'what is so at times, or for some',
    examples: {
      nl: [
        ['statement', 'Leerlingen vergeten soms hun pas.'],
        ['statement', 'Niet iedere collega kent deze werkwijze.'],
        ['statement', 'Wie dat nalaat, pleegt mogelijk een overtreding.'],
      ],
      en: [
        ['statement', 'Visitors sometimes forget to sign.'],
        ['statement', 'Some colleagues work in two buildings.'],
      ],
    },
    read: ({ first, main, negation }) =>
      (first('often') || (first('perhaps') && !first('copula'))) &&
      !negation &&
      !main.some(({ is, key }) => key !== 'nodig' && NORMS.some((of) => is.has(of)))
        ? make('statement')
        : undefined,
  },
  {
    name: 'what was so once',
    examples: {
      nl: [
        ['statement', 'Vroeger moesten leerlingen in rijen staan.'],
        ['statement', 'In dat jaar werd de zaal gesloten.'],
      ],
      en: [
        ['statement', 'Pupils used to be obliged to stand in rows.'],
        ['statement', 'The boathouse was paid for by the parents.'],
      ],
    },
    read: ({ first, main }) =>
      // "Is not used to suppress weeds" tells what for.
      main.some(({ is }, at) => is.has('past') && !main.slice(Math.max(0, at - 2), at).some((one) => one.is.has('copula'))) ||
      (first('was') && !main.some(({ is }) => NORMS.some((of) => is.has(of))))
        ? make('statement')
        : undefined,
  },
]

/** Whether a sentence is about something that is done: "het instellen van de pomp", "setting the pump". */
const isAct = ([first, act]: readonly Word[], { verbSecond }: Lexicon): boolean =>
  verbSecond ? /en$/.test((first?.key === 'het' ? act : first)?.key ?? '') : /ing$/.test(first?.key ?? '')

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
