import type { TokenEdit } from '../../text/index.js'
import type { Reason } from '../comparison.js'
import { type Change, examples, type Rule } from './change.js'
import { markedOtherwise, notedOtherwise, spelledOtherwise } from './spelling.js'

const reasons = (change: Change, kind: Reason['kind'], applies: (edit: TokenEdit) => boolean): readonly Reason[] =>
  change.edits.filter(applies).map(({ edit }) => ({
    kind,
    old: change.old.text.slice(...edit.old).trim(),
    next: change.next.text.slice(...edit.next).trim(),
  }))

const sameWords = (edit: TokenEdit, { lang }: Change): boolean => spelledOtherwise(edit) || notedOtherwise(edit, lang)

export const formRules: readonly Rule[] = [
  {
    kind: 'wording',
    limits: 'Whatever no other rule explains: two words that mean something else altogether are here, too.',
    examples: examples(
      'nl | De school zorgt voor een kluis. | De school regelt een kluis. | zorgt voor → regelt',
      'en | Lockers are available. | Lockers are on hand. | available → on hand',
    ),
    find: (change) => reasons(change, 'wording', (edit) => !markedOtherwise(edit) && !sameWords(edit, change)),
  },
  {
    kind: 'spelling',
    limits:
      'One letter in a word of four, two in a word of eight: a real word that looks like another is taken for a slip. Abbreviations written in full are wording.',
    examples: examples(
      'nl | De leerlign belt. | De leerling belt. | leerlign → leerling',
      'nl | Hij belt zonodig. | Hij belt zo nodig. | zonodig → zo nodig',
      'nl | Binnen vijf dagen. | Binnen 5 dagen. | vijf → 5',
      'en | The recieved letter. | The received letter. | recieved → received',
      "en | We don't share it. | We do not share it. | don't → do not",
      'en | The house is closed. | The hall is closed.',
    ),
    find: (change) => reasons(change, 'spelling', (edit) => !markedOtherwise(edit) && sameWords(edit, change)),
  },
  {
    kind: 'punctuation',
    limits: 'A comma can change what a sentence says; it is still punctuation here.',
    examples: examples(
      'nl | Ouders die tekenen. | Ouders, die tekenen. | → ,',
      'nl | de Ouder tekent. | de ouder tekent. | Ouder → ouder',
    ),
    find: (change) => reasons(change, 'punctuation', markedOtherwise),
  },
]
