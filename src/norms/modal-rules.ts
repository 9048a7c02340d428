import { isTime } from './limit-rules.js'
import { denied, describes, isNarrowed, make, type NormRule, permission } from './reading.js'

/** Norms that a word says: a modal verb, or what is called forbidden, allowed, required or advised. */
export const MODAL_RULES: readonly NormRule[] = [
  {
    name: 'what need not be is free',
    examples: {
      nl: [
        ['permission', 'Een briefje is niet nodig.'],
        ['permission', 'Ouders hoeven de reden niet te noemen.'],
        ['permission', 'Een uniform is niet verplicht.'],
        ['conditional-permission', 'Een tweede trainer hoeft er niet bij te zijn als er ouders langs de lijn staan.'],
      ],
      en: [
        ['permission', 'You do not have to give a reason.'],
        ['permission', 'A note is not required.'],
      ],
    },
    read: (view) => {
      const { first, negation, lexicon } = view
      const need = first('need')
      if (need && (negation || !lexicon.verbSecond))
        return need.key === 'need' && (need.to - need.from === 4 || need.is.has('must')) && !negation
          ? undefined
          : make(isNarrowed(view) ? 'conditional-permission' : 'permission', need, negation)
      const unneeded = first('unneeded')
      if (unneeded && !negation) return make('permission', unneeded)
      const required = first('required')
      return required &&
        negation &&
        !first('must') &&
        !first('should') &&
        !/^(?:essentieel|essential|gehouden|requires?)$/.test(required.key)
        ? make('permission', negation, required)
        : undefined
    },
  },
  {
    name: 'what is called forbidden',
    examples: {
      nl: [
        ['prohibition', 'Roken op het plein is verboden.'],
        ['conditional-permission', 'Het is verboden te filmen zonder toestemming van de docent.'],
      ],
      en: [
        ['prohibition', 'Smoking is prohibited.'],
        ['conditional-permission', 'Filming is prohibited unless the coach agrees.'],
      ],
    },
    read: (view) => {
      const word = view.first('forbidden')
      // "Je wordt niet uitgesloten" denies what is done, and "van het verbod kan …" speaks of one.
      if (word && /^uitgesloten$/.test(word.key) && view.main.some(({ key }) => /^word(?:t|en)?$/.test(key))) return undefined
      if (word && /^verbod$/.test(word.key) && view.first('can')) return undefined
      // "Bij verboden voorwerpen mag de school …" forbids nothing.
      if (
        !word ||
        (/^verboden$/.test(word.key) && !view.first('copula') && view.verb !== undefined && view.main.indexOf(word) > 0)
      )
        return undefined
      if (view.first('may') || view.first('must')) return undefined
      if (view.negation && !(view.negation.from >= word.from && view.negation.to <= word.to))
        return make('permission', view.negation, word)
      return view.negation ? make('prohibition', word) : denied(view, word)
    },
  },
  {
    name: 'advice and requests',
    examples: {
      nl: [
        ['recommendation', 'Het is verstandig om vooraf te bellen.'],
        ['recommendation', 'Ouders wordt gevraagd op tijd te komen.'],
        ['recommendation', 'Leerlingen zouden vooraf moeten bellen.'],
      ],
      en: [
        ['recommendation', 'Teachers should keep accounts apart.'],
        ['recommendation', 'Parents are asked to arrive early.'],
        ['recommendation', 'Please challenge ideas.'],
      ],
    },
    read: (view) => {
      const { first, negation } = view
      const should = first('should')
      if (should && (!view.lexicon.verbSecond || first('must') || should.to - should.from > 6))
        return make('recommendation', should, negation)
      const word = first('advised') ?? first('asked')
      if (
        word &&
        /^(?:verzoek|het$)/.test(word.key) &&
        (first('can') ||
          first('may') ||
          (view.main[0] === word ? view.anywhere('passive') : first('passive')) ||
          !view.all.some(({ is }) => is.has('to')))
      )
        return undefined
      const counsels = word && /^(?:advis|advies|recommend)/.test(word.key) && !/d$/.test(word.key)
      if (counsels && !view.all.some(({ key, is }) => is.has('to') || key === 'dat' || key === 'that' || /ing$/.test(key)))
        return undefined
      if (word && !(first('must') && word.is.has('asked'))) return make('recommendation', word)
      const asked = first('askedTo')
      // Who is asked something may be asked to answer; asked "to" do something is a request.
      if (asked && first('will') && !view.lexicon.verbSecond) return make('obligation', first('will'), asked)
      const finite = first('passive') ?? (view.actor && /^(?:wij|we|u|je)$/.test(view.actor.key) ? view.actor : undefined)
      return asked &&
        finite &&
        view.all.some(({ key }) => key === 'te' || key === 'to') &&
        !first('can') &&
        !first('must') &&
        !first('may') &&
        !first('consent')
        ? make('recommendation', asked)
        : undefined
    },
  },
  {
    name: 'what must be',
    examples: {
      nl: [
        ['obligation', 'Elke bezoeker dient zich te melden.'],
        ['prohibition', 'Een lokaal moet nooit leeg zijn.'],
        ['statement', 'Het protocol dient alle kinderen te beschermen.'],
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
      const must = first('must') ?? (first('ought') && view.anywhere('to') ? first('ought') : undefined)
      if (!must) return undefined
      // "Camera's dienen ter beveiliging": only with "te" it asks.
      if (/^dien(?:t|en|de|den)?$/.test(must.key) && must.to - must.from < 7 && !view.all.some(({ key }) => key === 'te'))
        return undefined
      if (ofDocument && !main.some(({ key }) => key === 'worden' || key === 'be')) return make('statement')
      if (!lexicon.verbSecond && /^(?:is|are)$/.test(must.key) && !main.some(({ from }) => from > must.to)) return undefined
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
      if (first('avoid') && !view.negation)
        return make(view.exception ? 'conditional-permission' : 'prohibition', must, first('avoid'))
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
      if (word.is.has('possible') && !view.negation && !view.only && view.main.indexOf(word) > 6) return undefined
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
      if (describes(view, can)) return make('statement')
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
      if (word?.is.has('expected') && view.negation && view.negation.from < word.from)
        return make('permission', view.negation, word)
      return word && !(view.ofDocument && word.is.has('expected')) ? make('obligation', word) : undefined
    },
  },
]

const HAVE: ReadonlySet<string> = new Set(['have', 'has', 'heeft', 'hebben', 'hebt', 'heb'])
const INFINITIVE: ReadonlySet<string> = new Set(['to', 'te'])
