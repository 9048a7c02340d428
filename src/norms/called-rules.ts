import { denied, INFINITIVE, isNarrowed, make, type NormRule } from './reading.js'
import type { View } from './view.js'
import type { Word } from './words.js'

/** Norms by what an act is called: not needed, forbidden, advised. */
export const CALLED_RULES: readonly NormRule[] = [
  {
    name: 'what need not be is free',
    examples: {
      nl: [
        ['permission', 'Een briefje is niet nodig.'],
        ['permission', 'Ouders hoeven de reden niet te noemen.'],
        ['permission', 'Een uniform is niet verplicht.'],
        ['conditional-permission', 'Een tweede trainer hoeft er niet bij te zijn als er ouders langs de lijn staan.'],
        ['permission', 'Studenten betalen geen inschrijfgeld.'],
      ],
      en: [
        ['permission', 'You do not have to give a reason.'],
        ['permission', 'A note is not required.'],
        ['permission', 'Students pay no registration fee.'],
      ],
    },
    read: (view) => {
      const { first, negation, lexicon } = view
      const need = first('need')
      if (need && (negation || !lexicon.verbSecond))
        return need.key === 'need' && (need.to - need.from === 4 || need.is.has('must')) && !negation
          ? undefined
          : make(isNarrowed(view) ? 'conditional-permission' : 'permission', need, negation)
      // What those an organisation works for do not pay is left off, and not forbidden.
      const pays = view.verb?.is.has('burden') && isServed(view.actor) && negation
      if (pays) return make(isNarrowed(view) ? 'conditional-permission' : 'permission', view.verb, negation)
      const unneeded = first('unneeded')
      if (unneeded && !negation) return make('permission', unneeded)
      const required = first('required')
      // "Required not to speak" forbids.
      if (required && negation && negation.from > required.to && leads(view, negation))
        return make('prohibition', required, negation)
      return required &&
        negation &&
        !first('must') &&
        !first('should') &&
        !/^(?:essentieel|essential|requires?|verantwoordelijk|responsible)$/.test(required.key) &&
        (required.key !== 'gehouden' || leads(view, required))
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
      const within = view.negation !== undefined && view.all.some(({ key }) => key === 'dat' || key === 'that')
      return within ? make('prohibition', word) : denied(view, word)
    },
  },
  {
    name: 'advice and requests',
    examples: {
      nl: [
        ['recommendation', 'Het is verstandig om vooraf te bellen.'],
        ['recommendation', 'Ouders wordt gevraagd op tijd te komen.'],
        ['recommendation', 'Leerlingen zouden vooraf moeten bellen.'],
        ['recommendation', 'Wie snipverkouden is, kan de les beter overslaan.'],
        ['recommendation', 'Een scheidsrechter hoort kalm te blijven.'],
      ],
      en: [
        ['recommendation', 'Teachers should keep accounts apart.'],
        ['recommendation', 'Parents are asked to arrive early.'],
        ['recommendation', 'Please challenge ideas.'],
        ['recommendation', 'A referee ought to keep calm.'],
      ],
    },
    read: (view) => {
      const { first, negation } = view
      const should = first('should')
      if (should && (!view.lexicon.verbSecond || first('must') || should.to - should.from > 6))
        return make('recommendation', should, negation)
      // What "hoort" so is decent; what "behoort" so is due.
      const ought = first('ought')
      if (ought && !negation && /^(?:hoort|horen|ought)$/.test(ought.key) && leads(view, ought))
        return make('recommendation', ought)
      const word = first('advised') ?? first('asked')
      // "Can be requested by telephone" asks for nothing.
      if (word && !view.lexicon.verbSecond && word.is.has('asked') && first('passive') && (first('can') || first('may')))
        return undefined
      if (
        word &&
        /^verzoek/.test(word.key === 'het' ? (view.all[view.all.indexOf(word) + 1]?.key ?? '') : word.key) &&
        (first('can') ||
          first('may') ||
          (view.main[0] === word ? view.anywhere('passive') : first('passive')) ||
          !view.all.some(({ is }) => is.has('to')))
      )
        return undefined
      // "Zo kunnen wij leerlingen beter helpen" tells what comes of it.
      if (word?.is.has('can') && (isOurs(view.actor) || view.all[view.all.indexOf(word) - 1]?.key === 'zo')) return undefined
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
]

/** Whether "te" or "to" stands behind a word. */
const leads = ({ main }: View, word: Word): boolean => main.slice(main.indexOf(word)).some(({ key }) => INFINITIVE.has(key))
const isServed = (actor: Word | undefined): boolean =>
  (actor?.is.has('served') ?? false) || /(?:leden|lid|houders?|holders?)$/.test(actor?.key ?? '')

/** Whether whoever writes speaks of what they do themselves. */
const isOurs = (actor: Word | undefined): boolean => /^(?:wij|we|school|scholen|organisatie)$/.test(actor?.key ?? '')
