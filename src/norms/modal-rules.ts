import { isTime } from './limit-rules.js'
import { denied, describes, INFINITIVE, isNarrowed, make, type NormRule, permission } from './reading.js'
import type { View } from './view.js'
import type { Word } from './words.js'

/** Norms that a modal verb says, or what is called allowed, possible, a right, required or expected. */
export const MODAL_RULES: readonly NormRule[] = [
  {
    name: 'what must be',
    examples: {
      nl: [
        ['obligation', 'Elke bezoeker dient zich te melden.'],
        ['prohibition', 'Een lokaal moet nooit leeg zijn.'],
        ['statement', 'Het protocol dient alle kinderen te beschermen.'],
        ['statement', 'Dit moet ongelukken voorkomen.'],
      ],
      en: [
        ['obligation', 'Visitors must sign in.'],
        ['prohibition', 'Staff must not befriend pupils.'],
        ['prohibition', 'Drivers shall refrain from using a telephone.'],
        ['statement', 'The purpose of this policy is to keep pupils safe.'],
        ['permission', 'Nobody has to take part.'],
      ],
    },
    read: (view) => {
      const { first, ofDocument, lexicon, main } = view
      const must = first('must') ?? turned(view) ?? (first('ought') && view.anywhere('to') ? first('ought') : undefined)
      if (!must) return undefined
      // "Camera's dienen ter beveiliging": only with "te" it asks.
      if (/^dien(?:t|en|de|den)?$/.test(must.key) && must.to - must.from < 7 && !view.all.some(({ key }) => key === 'te'))
        return undefined
      if (ofDocument && !main.some(({ key }) => key === 'worden' || key === 'be')) return make('statement')
      if (!lexicon.verbSecond && /^(?:is|are)$/.test(must.key) && !main.some(({ from }) => from > must.to)) return undefined
      // "Dit moet ongelukken voorkomen": what was said is meant to bring it about.
      if (!view.actor && main[0]?.is.has('determiner') && main.indexOf(must) === 1 && describes(view, must))
        return make('statement')
      // What must be approved may be done with approval.
      const approved =
        !lexicon.verbSecond &&
        main.some(({ key }) => key === 'approved' || key === 'authorised' || key === 'authorized' || key === 'agreed')
      if (
        approved &&
        !view.negation &&
        main.some(({ key }) => key === 'be') &&
        main.some(({ key }) => key === 'by' || key === 'with')
      )
        return make('conditional-permission', must)
      // "Nobody has to sign" leaves it to each.
      if (view.negation && /^(?:has|have|needs?)$/.test(must.key) && /^(?:nobody|no)$/.test(view.negation.key))
        return make('permission', view.negation, must)
      const avoid = first('avoid')
      // "Must sign and refrain from voting": what comes first is asked.
      if (avoid && !view.negation && !main.slice(main.indexOf(must), main.indexOf(avoid)).some(({ is }) => is.has('and')))
        return make(view.exception ? 'conditional-permission' : 'prohibition', must, avoid)
      return view.negation
        ? denied(view, must)
        : view.only && view.condition?.proviso
          ? make('conditional-permission', must, view.only)
          : make('obligation', must)
    },
  },
  {
    name: 'what may be',
    examples: {
      nl: [
        ['permission', 'Ouders mogen meekijken.'],
        ['prohibition', 'Leerlingen mogen in de kantine niet rennen.'],
        ['conditional-permission', 'Alleen de conciërge mag de poort openen.'],
        ['conditional-permission', 'Fotograferen is niet toegestaan, tenzij de leraar dat goedvindt.'],
        ['conditional-permission', 'Bellen is slechts toegestaan na overleg.'],
        ['obligation', 'Van een mentor mag worden verwacht dat hij bereikbaar is.'],
      ],
      en: [
        ['permission', 'Pupils may use the library.'],
        ['prohibition', 'No pupil may leave the site.'],
        ['conditional-permission', 'Photographs may only be shared with consent.'],
        ['conditional-permission', 'Guests may stay, provided they sign in.'],
        ['prohibition', 'Filming is not permitted.'],
      ],
    },
    read: (view) => {
      const { first, lexicon } = view
      const may = first('may')
      if (may && first('expected')) return make('obligation', first('expected'))
      if (
        may &&
        !lexicon.verbSecond &&
        !view.negation &&
        describes(view, may) &&
        !view.main.some(({ key }) => key === 'referred')
      )
        return make('statement')
      if (may) return permission(view, may)
      const allowed = first('allowed')
      return allowed && (first('copula') || first('will') || first('can') || !view.verb || view.main.indexOf(allowed) < 2)
        ? permission(view, allowed)
        : undefined
    },
  },
  {
    name: 'what is possible or a right',
    examples: {
      nl: [
        ['conditional-permission', 'Uitstel is alleen mogelijk na overleg.'],
        ['permission', 'Ouders hebben het recht het dossier in te zien.'],
      ],
      en: [
        ['permission', 'Parents are entitled to a copy.'],
        ['permission', 'You have two months to object.'],
      ],
    },
    read: (view) => {
      const have = view.main.find(({ key }) => HAVE.has(key))
      const kept = view.first('entitled')
      if (kept && /^(?:houdt|houden|behoudt|behouden)$/.test(view.verb?.key ?? '') && !view.negation)
        return make('obligation', view.verb, kept)
      // "Receives a copy and has two weeks to comment": what comes first is asked.
      const later = have && view.main.slice(0, view.main.indexOf(have)).some(({ is }) => is.has('happens') || is.has('third'))
      if (
        have &&
        !later &&
        !view.negation &&
        !view.first('must') &&
        view.all.some(({ key }) => INFINITIVE.has(key)) &&
        isTime(view, have)
      )
        return permission(view, have)
      const word = view.first('entitled') ?? (view.first('copula') ? view.first('possible') : undefined)
      if (!word) return undefined
      // "De zaal is vrij": only with "te" somebody is free to do something.
      const free = view.main[view.main.indexOf(word) + 1]?.key === 'vrij'
      if (free && view.main[view.main.indexOf(word) + 2]?.key !== 'in' && !view.all.some(({ key }) => INFINITIVE.has(key)))
        return undefined
      if (word.is.has('possible') && !view.negation && !view.only && !isNarrowed(view) && view.main.indexOf(word) > 6)
        return undefined
      return permission(view, word)
    },
  },
  {
    name: 'what can be',
    examples: {
      nl: [
        ['permission', 'De directeur kan een sanctie opleggen.'],
        ['permission', 'Bij herhaling kan de school een leerling schorsen.'],
        ['statement', 'Ruzie kan tot spanning leiden.'],
      ],
      en: [
        ['permission', 'The head can impose a sanction.'],
        ['prohibition', 'Reports cannot be made by telephone.'],
        ['conditional-permission', 'You can borrow a bike if the porter agrees.'],
        ['statement', 'Careless posts can damage trust.'],
      ],
    },
    read: (view) => {
      const can = view.first('can')
      if (!can || view.ofDocument) return can && make('statement')
      // "Zonder hen zou het huis niet open kunnen zijn."
      if (view.lexicon.verbSecond && view.anywhere('should')) return make('statement')
      if (describes(view, can) || view.first('describing')) return make('statement')
      if (isBidden(view, can)) return undefined
      if (view.negation) return denied(view, can)
      if (view.only) return make('conditional-permission', can, view.only)
      return make(view.exception || isNarrowed(view) || view.condition?.consent ? 'conditional-permission' : 'permission', can)
    },
  },
  {
    name: 'what is required or expected',
    examples: {
      nl: [
        ['obligation', 'Het dragen van een helm is verplicht.'],
        ['obligation', 'De school verwacht van ouders dat zij lezen wat zij tekenen.'],
      ],
      en: [
        ['obligation', 'Wearing a helmet is mandatory.'],
        ['obligation', 'Staff are expected to reply within a week.'],
        ['permission', 'Nobody is expected to answer on a Sunday.'],
      ],
    },
    read: (view) => {
      const word = view.first('required') ?? view.first('expected')
      // Who has a duty is "responsible for keeping the key"; "responsible for damage" tells who pays.
      if (word && /^(?:verantwoordelijk|responsible)$/.test(word.key))
        return isDuty(view, word) ? make('obligation', word) : undefined
      // What takes consent may be done with it.
      if (word && !view.negation && asksConsent(view)) return make('conditional-permission', word)
      if (word?.is.has('expected') && view.negation && view.negation.from < word.from)
        return make('permission', view.negation, word)
      return word && !(view.ofDocument && word.is.has('expected')) ? make('obligation', word) : undefined
    },
  },
  {
    name: 'what somebody strives for',
    examples: {
      nl: [
        ['recommendation', 'Trainers proberen iedere speler evenveel te laten spelen.'],
        ['statement', 'Wij streven ernaar binnen een week te antwoorden.'],
      ],
      en: [
        ['recommendation', 'Trainers strive to give every player a turn.'],
        ['statement', 'We strive to reply within a week.'],
      ],
    },
    read: ({ first, actor, ofDocument, main }) => {
      const word = first('aims')
      if (!word || !main.some(({ is, from }) => is.has('to') && from > word.from)) return undefined
      // What an organisation says it strives for is its own aim; anybody else is bound to try.
      const own = ofDocument || !actor?.is.has('actor') || actor.is.has('anybody') || BODY.test(actor.key)
      return own ? make('statement') : make('recommendation', word)
    },
  },
]

/** Whether a Dutch sentence opens with a command, and what can be is part of what is to be thought of: "Bedenk dat wat je schrijft, …". */
const isBidden = ({ main, all, lexicon }: View, can: Word): boolean =>
  lexicon.verbSecond &&
  (main[0]?.is.has('order') ?? false) &&
  all.slice(1, all.indexOf(can)).some(({ key }) => key === ',' || key === 'dat' || key === 'of')

/** An organisation by its name, or whoever writes for it. */
const BODY = /(?:team|school|college|stichting|vereniging|organisatie|gemeente)$/

/** An English "is to" whose subject stands in between, behind what denies it: "at no time is the door to be left open". */
function turned({ lexicon, main, negation }: View): Word | undefined {
  if (lexicon.verbSecond || !negation) return undefined
  const at = main.indexOf(negation)
  const be = main.findIndex(({ key }, n) => n > at && n <= at + 2 && /^(?:is|are)$/.test(key))
  const subject = main[be + 1]
  return be >= 0 && (subject?.is.has('determiner') || subject?.is.has('actor')) && main.slice(be).some(({ key }) => key === 'to')
    ? main[be]
    : undefined
}

/** Whether somebody is responsible for something that is to be done, and not for a thing or a matter. */
function isDuty({ main, lexicon, negation, actor }: View, word: Word): boolean {
  const act = main.find(({ from, is }) => from >= word.to && !is.has('determiner'))
  return actor !== undefined && !negation && (lexicon.verbSecond ? /en$/ : /ing$/).test(act?.key ?? '')
}

/** Whether what is required is somebody's leave. */
const asksConsent = ({ main }: View): boolean =>
  main.some(({ key }) => /^(?:toestemming|ontheffing|goedkeuring|instemming|permission|consent|approval)$/.test(key))

const HAVE: ReadonlySet<string> = new Set(['have', 'has', 'heeft', 'hebben', 'hebt', 'heb'])
