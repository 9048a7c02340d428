/**
 * What a change does to the rules. `substantive`: a reason is known. `typographical` and `editorial`: every edit is proved harmless.
 * `to-read`: neither, so a person must judge. `none` for a clause that is the same, or whose number alone is another.
 */
export const SIGNIFICANCES = ['none', 'typographical', 'editorial', 'to-read', 'substantive'] as const
export type Significance = (typeof SIGNIFICANCES)[number]

/** One thing that made a change matter, with the words on both sides; empty for what was not there. */
export interface Reason {
  readonly kind: ReasonKind
  readonly old: string
  readonly next: string
}

/** Every kind of reason, gravest first, with what it says. */
export const REASONS = {
  norm: 'What must, may or should be done is another: obligation, prohibition, permission, condition, recommendation.',
  negation: 'A negation came or went.',
  opposite: 'A word became its opposite or another of its kind: before and after, at least and at most, accepted and refused.',
  binding: 'How far something binds is another: a result or an effort, a decision or advice, consent or consultation.',
  number: 'A number is another.',
  amount: 'An amount of money is another.',
  period: 'A period, frequency or unit is another.',
  date: 'A date is another.',
  addressee: 'Another person or body must, may or decides, or two of them changed places.',
  term: 'A defined term, or the words that define it, are others.',
  throughout: 'A term became another wherever it stands, and no definition tells that it means the same.',
  reference: 'A reference points at another clause.',
  condition: 'A condition came, went or became another: if, provided that, and instead of or.',
  exception: 'An exception came, went or became another: unless, except.',
  scope: 'A word that widens or narrows the rule is another: always, only, all, in writing.',
  list: 'A member of a list came or went, or behind a label one value took the place of another.',
  name: 'A name is another: of a place, a law, a body.',
  lookalike: 'A word became another real word that looks like it: assess and access.',
  content: 'Words of weight came or went, without others in their place.',
  added: 'The clause is new.',
  removed: 'The clause is gone.',
  wording: 'The words are others. No rule above names a change of meaning, and none below proves that there is none.',
  length:
    'More words changed at once, or stand in one clause or in all that changed, than are judged: 2,000 in one change, 20,000 in a clause, some 80,000 in all clauses that changed, and fewer where these are many, the texts long or much is other. Nothing is known of what it means.',
  replaced:
    'The clause stands under another heading, item or lead-in, or in a quotation or out of one: the same words may be another rule.',
  level: 'The heading is of another level, so that it may stand over other rules.',
  link: 'A link leads to another address, or an image or a footnote is another.',
  split: 'The clause is divided over several.',
  merged: 'Several clauses are one.',
  moved: 'The clause stands in another place.',
  edition: 'The line that says when the text was last changed, or which version it is.',
  contents: 'A line of a list of contents, which follows the heading it leads to.',
  renamed: 'A term bears another name throughout, with the same definition.',
  order: 'The same words in another order, or the same act in the active or passive form.',
  synonym: 'Other words that say the same: prior to for before, shall for must.',
  inclusive: 'One person or office, named for every sex.',
  abbreviation: 'An abbreviation, or the words it stands for.',
  renumbering: 'A reference follows its target, whose number changed.',
  grammar: 'The form of a word agrees with the words around it.',
  notation: 'The same number, date, time or amount is written otherwise.',
  spelling: 'Words are spelled otherwise.',
  punctuation: 'Punctuation or capitals are others, and bind nothing else.',
  typography: 'Quotation marks, dashes or spaces are others.',
  markup: 'Emphasis or the form of the clause is another.',
  author: 'The author judged the change, in `changes` of the front matter.',
} as const

export type ReasonKind = keyof typeof REASONS
