import { isTime } from './limit-rules.js'
import { isEnglishParticiple, isParticiple } from './participles.js'
import { course, denied, describes, make, type NormRule, narrows } from './reading.js'
import type { View } from './view.js'
import type { Word } from './words.js'

/** Norms that show in the form of a sentence: a command, the passive, the plain present. */
export const PLAIN_RULES: readonly NormRule[] = [
  {
    name: 'a command',
    examples: {
      nl: [
        ['obligation', 'Meld een ongeval meteen.'],
        ['prohibition', 'Plaats nooit een adres online.'],
        ['obligation', 'Als je weggaat, zeg dat dan tegen de mentor.'],
        ['prohibition', 'Vermijd harde woorden.'],
      ],
      en: [
        ['obligation', 'Report an accident at once.'],
        ['prohibition', 'Do not post addresses.'],
        ['prohibition', 'Don’t ever lend a key.'],
        ['obligation', 'If you are unsure, ask your manager.'],
        ['conditional-permission', 'Never publish a name without permission.'],
      ],
    },
    completes: true,
    read: (view) => {
      const [first, second] = view.main
      if (!first || first.is.has('describing')) return undefined
      if (
        first.is.has('avoid') ||
        (second?.is.has('avoid') && first.is.has('negation') === false && view.lexicon.verbSecond && !view.actor)
      )
        return make(view.exception ? 'conditional-permission' : 'prohibition', first)
      const starts = first.is.has('order') && !first.is.has('only') && !(view.lexicon.verbSecond && second?.is.has('order'))
      const denies =
        !view.lexicon.verbSecond &&
        (first.is.has('negation') || first.key === 'do') &&
        (second?.is.has('order') || second?.is.has('negation') || (second?.is.has('noVerb') && view.main[2]?.is.has('order')))
      const late = view.main.slice(0, 3).find(({ is }) => is.has('order'))
      if (denies) return denied(view, second ?? first)
      if (starts) return view.negation ? denied(view, first) : make('obligation', first)
      // "Do always …", "dan zeg je …": an order that stands a little later, where no finite verb stands before it.
      return late && view.condition?.fronted && !view.actor
        ? view.negation
          ? denied(view, late)
          : make('obligation', late)
        : undefined
    },
  },
  {
    name: 'what is not done, in few words',
    examples: {
      nl: [
        ['prohibition', 'Geen filmpjes in de kleedkamer.'],
        ['prohibition', 'Bij onweer het water nooit ingaan.'],
      ],
      en: [['prohibition', 'No food in the library.']],
    },
    weak: true,
    read: (view) => {
      const { main, negation, verb, lexicon } = view
      if (!negation || main.length > 14) return undefined
      const first = main[0] as Word
      // "There is no running on the deck."
      if (first.key === 'there' && /ing$/.test(main[main.indexOf(negation) + 1]?.key ?? '')) return denied(view, negation)
      if (first === negation && (!verb || main.indexOf(verb) === main.length - 1) && !view.actor) return denied(view, negation)
      const last = main.at(-1) as Word
      return lexicon.verbSecond &&
        !view.actor &&
        !view.first('state') &&
        /(?:en|gaan|doen|zien|staan|slaan)$/.test(last.key) &&
        last !== first &&
        !first.is.has('order')
        ? denied(view, last)
        : undefined
    },
  },
  {
    name: 'a policy speaking of itself',
    examples: {
      nl: [['statement', 'In dit stuk wordt uitgelegd waarom.']],
      en: [['statement', 'This policy sets out how pupils are kept safe.']],
    },
    read: (view) => {
      if (!view.ofDocument) return undefined
      const verb = view.verb ?? view.first('copula')
      return verb && !view.negation && (!view.first('passive') || describes(view)) ? make('statement') : undefined
    },
  },
  {
    name: 'a place or a time without',
    examples: {
      nl: [['prohibition', 'Het clubhuis is rookvrij.']],
      en: [['prohibition', 'All our buildings are smoke-free.']],
    },
    read: ({ first, negation }) => {
      const free = first('free')
      return free && first('copula') && !negation ? make('prohibition', free) : undefined
    },
  },
  {
    name: 'what is refused, unless',
    examples: {
      nl: [['conditional-permission', 'Aanvragen van later datum worden geweigerd, tenzij de voorzitter anders beslist.']],
      en: [['conditional-permission', 'Late entries are rejected unless the chair agrees.']],
    },
    read: ({ first, exception, negation }) => {
      const refusing = first('refusing')
      return refusing && exception && !negation ? make('conditional-permission', refusing) : undefined
    },
  },
  {
    name: 'what is done, in the passive',
    examples: {
      nl: [
        ['obligation', 'Een incident wordt binnen een dag gemeld.'],
        ['prohibition', 'Op klachten wordt via de app niet gereageerd.'],
        ['conditional-permission', 'Een verslag wordt slechts na akkoord van de mentor gedeeld.'],
        ['conditional-permission', 'Gegevens worden niet gedeeld dan met toestemming van de ouders.'],
      ],
      en: [
        ['obligation', 'Files are destroyed after three years.'],
        ['prohibition', 'Names are not published.'],
        ['conditional-permission', 'Information is shared only with those who need it.'],
        ['conditional-permission', 'The safe is opened by trained colleagues only.'],
        ['prohibition', 'Alcohol is not served before a match.'],
      ],
    },
    weak: true,
    read: (view) => {
      const { first, lexicon, main } = view
      const be = first('passive') ?? first('will')
      if (!be || describes(view, be) || first('describing')) return undefined
      const avoid = first('avoid')
      if (avoid && !lexicon.verbSecond && main.indexOf(avoid) > main.indexOf(be))
        return make(view.exception ? 'conditional-permission' : 'prohibition', avoid)
      if (lexicon.verbSecond && view.negation && view.actor) return course(view, be)
      if (lexicon.verbSecond) return first('will') || main.some((word) => isParticiple(word, main)) ? course(view, be) : undefined
      if (be.is.has('will')) return course(view, be)
      const at = main.indexOf(be)
      // "Lockers have been fitted" tells what is so.
      if (be.key === 'been') return undefined
      return main.slice(at + 1, at + 5).some(isEnglishParticiple) ? course(view, be) : undefined
    },
  },
  {
    name: 'what somebody does',
    examples: {
      nl: [
        ['obligation', 'De mentor belt dezelfde dag de ouders.'],
        ['prohibition', 'Medewerkers delen geen adressen van collega’s.'],
        ['prohibition', 'Medewerkers nemen die taak niet over.'],
        ['conditional-permission', 'Wij openen de kast niet voordat twee collega’s aanwezig zijn.'],
        ['conditional-permission', 'Wij doen dat alleen op verzoek van een arts.'],
        ['conditional-permission', 'Wij lenen geen laptops uit zolang de borg niet is betaald.'],
        ['conditional-permission', 'Zonder getekend formulier gaat een leerling niet mee op reis.'],
        ['obligation', 'Bij brand waarschuwt de conciërge de leerlingen.'],
        ['obligation', 'Zijn de buren niet thuis, dan belt de beheerder de politie.'],
        ['obligation', 'Bij ieder concert zijn ten minste twee verpleegkundigen aanwezig.'],
        ['conditional-permission', 'Een leerling gaat niet naar huis zonder zich af te melden.'],
        ['statement', 'Medewerkers hebben een eigen kast.'],
      ],
      en: [
        ['obligation', 'The principal reports a crime to the police.'],
        ['prohibition', 'Tutors do not exchange messages with players.'],
        ['statement', 'The school is a community.'],
      ],
    },
    weak: true,
    read: (view) => {
      const { verb, actor, first } = view
      if (verb?.is.has('avoid') && !isOutside(view, verb))
        return make(view.exception ? 'conditional-permission' : 'prohibition', verb)
      const dutiful = first('dutiful')
      if (dutiful && (actor || !view.lexicon.verbSecond)) return course(view, dutiful)
      const conduct = first('conduct')
      // Whoever is present comes first: "copies are available from each office" asks nobody.
      const bound = actor && (view.lexicon.verbSecond || actor.from < (conduct?.from ?? 0))
      if (conduct && (bound || first('bound')) && first('copula')) return course(view, conduct)
      if (!verb || !actor || first('describing') || isThere(view, verb, actor)) return undefined
      if (verb.is.has('copula') && view.negation && view.exception) return denied(view, verb)
      // "Dient … toe" is no "dient": a verb in two parts.
      if (/^dien(?:t|en)?$/.test(verb.key) && /^(?:toe|in)$/.test(view.main.at(-1)?.key ?? view.all.at(-1)?.key ?? ''))
        return course(view, verb)
      if (verb.is.has('state') || verb.is.has('copula'))
        return !view.lexicon.verbSecond && view.negation && /^do(?:es)?$/.test(verb.key) ? course(view, verb) : undefined
      return course(view, verb)
    },
  },
  {
    name: 'what happens',
    examples: {
      nl: [['obligation', 'Bij diefstal volgt schorsing.']],
      en: [['obligation', 'Immediate removal follows.']],
    },
    weak: true,
    read: (view) => {
      const limit = view.first('limit')
      if (limit && view.negation && !view.ofDocument) return denied(view, limit)
      // "De termijn bedraagt een week" sets one.
      const term = /termijn$/.test(view.main.find(({ is }) => !is.has('determiner'))?.key ?? '')
      if (limit && term && !view.ofDocument && isTime(view, limit)) return make('obligation', limit)
      const kept = view.first('kept')
      if (kept && !view.negation && !view.ofDocument && (view.first('copula') || view.verb?.is.has('state')))
        return course(view, kept)
      const { verb } = view
      const apart =
        /^(?:vindt|vinden|gaat|gaan)$/.test(verb?.key ?? '') &&
        view.main.some(({ is, from }) => is.has('apart') && from > (verb?.from ?? 0))
      const word = apart ? view.verb : view.first('happens')
      // "Daar zitten kansen aan", "naast de ingang ligt een terras" tell how things are.
      const next = word && view.main[view.main.indexOf(word) + 1]
      if (
        word?.is.has('rests') &&
        view.main[0] !== word &&
        (next?.is.has('indefinite') || (next && !next.is.has('determiner') && THERE.has(view.main[0]?.key ?? '')))
      )
        return undefined
      return word && !view.ofDocument && !view.first('describing') ? course(view, word) : undefined
    },
  },
  {
    name: 'what is for some, or in some cases, only',
    examples: {
      nl: [
        ['conditional-permission', 'Alleen collega’s met een rijbewijs besturen de bus.'],
        ['conditional-permission', 'De zolder is niet te betreden, tenzij de brandwacht meeloopt.'],
        ['conditional-permission', 'De hal is voor feesten te gebruiken, op voorwaarde dat een lid afsluit.'],
        ['conditional-permission', 'Het Wilgenhof verstrekt het dossier van een zaak niet, tenzij de rechter dat goedvindt.'],
      ],
      en: [
        ['conditional-permission', 'Trips go ahead only if two adults are present.'],
        ['conditional-permission', 'No key leaves the building unless the porter has signed for it.'],
        ['prohibition', 'Keys never leave the site.'],
      ],
    },
    weak: true,
    read: (view) => {
      const { only, main, all, negation, exception, condition, lexicon, first } = view
      if (view.ofDocument || first('describing')) return undefined
      // "De zolder is niet te betreden, tenzij …", "verstrekt … geen beelden, tenzij …": whoever it is that may not.
      const usable = first('copula') && main.at(-2)?.key === 'te'
      if (usable && condition?.strict && !negation) return make('conditional-permission', first('copula'))
      if (first('copula') && !(exception && negation && usable)) return undefined
      if (negation)
        return exception ||
          (!lexicon.verbSecond && (negation.key === 'never' || (main[0] === negation && view.verb?.is.has('third'))))
          ? denied(view, negation)
          : undefined
      if (!only) return undefined
      const opens = all[all.indexOf(only) + 1]
      const cases =
        ((condition || exception) && (opens?.is.has('condition') || opens?.is.has('exception'))) ||
        ((opens?.is.has('narrow') || opens?.is.has('by') || (lexicon.verbSecond && narrows(view, only))) &&
          !/^(?:geld|appl)/.test(view.verb?.key ?? ''))
      return cases || (main[0] === only && view.anywhere('actor')) ? make('conditional-permission', only) : undefined
    },
  },
]

/** Whether what is kept out is a time: "de poort blijft buiten kantooruren dicht". */
const isOutside = ({ all }: View, word: Word): boolean => {
  const next = all.find(({ from }) => from >= word.to)
  return /(?:tijd|tijden|uren|seizoen|beschouwing)$/.test(next?.key ?? '')
}

/** Whether a sentence only tells that somebody is there, or does something: "er werken ook vrijwilligers". */
const isThere = ({ main, negation }: View, verb: Word, actor: Word): boolean => {
  const at = main.indexOf(verb)
  return (main[0]?.key === 'er' || main[at + 1]?.key === 'er') && actor.from > verb.from && !negation && !verb.is.has('happens')
}

/** What stands in front where something is told to be there. */
const THERE: ReadonlySet<string> = new Set(['er', 'daar', 'hier'])
