import files from '../../templates/language/facts/*.yaml'
import foreign from '../../templates/language/foreign.yaml'
import { byLanguage } from './data.js'

/** The files of `templates/language/facts/`: the comments of the Dutch one say how a phrase is read. */
export interface FactWords {
  readonly labels: Readonly<Record<string, readonly string[]>>
  readonly control: readonly string[]
  readonly rights: Readonly<Record<string, readonly string[]>>
  readonly times: readonly string[]
  readonly editions: readonly string[]
  readonly itself: readonly string[]
  readonly others: readonly string[]
  readonly calls: readonly string[]
  readonly asks: readonly string[]
  readonly asides: readonly string[]
  readonly names: Readonly<Record<string, readonly string[]>>
  readonly past: readonly string[]
  readonly beside: readonly string[]
  readonly bodies: readonly string[]
  readonly heads: readonly string[]
  readonly streets: readonly string[]
  readonly enacts: readonly string[]
  readonly contents: readonly string[]
  readonly periodicals: readonly string[]
  readonly holds: readonly string[]
  readonly from: readonly string[]
  readonly onAdoption: readonly string[]
  readonly next: readonly string[]
  readonly looks: readonly string[]
  readonly ends: readonly string[]
  readonly replaces: readonly string[]
  readonly wrote: readonly string[]
  readonly owns: readonly string[]
  readonly versions: readonly string[]
  readonly called: Readonly<Record<CalledList | 'first' | 'last', readonly string[]>>
  readonly statuses: Readonly<Record<string, readonly string[]>>
  readonly columns: Readonly<Record<string, readonly string[]>>
  readonly outcomes: Readonly<Record<string, readonly string[]>>
  readonly outcomesBefore: Readonly<Record<string, readonly string[]>>
  readonly wholes: Readonly<Record<string, readonly string[]>>
}

/** By which words organisations are called, where only some of a name's letters may be capitals. */
export type CalledList =
  | 'begins'
  | 'bodies'
  | 'ofBody'
  | 'articles'
  | 'adjectives'
  | 'joined'
  | 'compounds'
  | 'kinds'
  | 'behind'
  | 'of'
  | 'alone'
  | 'before'
  | 'linked'
  | 'ends'
  | 'words'

/** Lists of phrases that are read in the order of the file. */
export type PhraseList =
  | 'by'
  | 'states'
  | 'inflectedStates'
  | 'drafts'
  | 'draftsFor'
  | 'draftFirst'
  | 'draftLast'
  | 'reserved'
  | 'notReserved'
  | 'notYet'
  | 'toCome'
  | 'frequencies'
  | 'goesOn'
  | 'finite'
  | 'titles'
  | 'afterRight'
  | 'rightsInNames'
  | 'kinds'
  | 'kindEnds'
  | 'kindFirst'
  | 'kindPlurals'
  | 'slogans'
  | 'heard'
  | 'betweenDecisions'
  | 'besideDecision'
  | 'controlTitles'
  | 'speaksFor'
  | 'ofBody'
  | 'contactNames'
  | 'telephone'
  | 'postBox'
  | 'toDate'
  | 'onBehalf'
  | 'opensSubject'
  | 'behindBody'
  | 'gathered'
  | 'objects'
  | 'inMeeting'
  | 'meetingArticles'
  | 'notMeeting'
  | 'meetingEnds'
  | 'meetings'
  | 'dayOfMeeting'
  | 'subjectEnds'
  | 'outcomeWords'
  | 'versionWords'
  | 'contactWords'
  | 'contactPersons'
  | 'dayWords'
  | 'formalDayWords'
  | 'datedWords'
  | 'beforeBody'
  | 'beforeBodyInName'
  | 'behindBodyInName'
  | 'dayNames'
  | 'until'
  | 'ofOrganisation'
  | 'terms'
  | 'withinTerms'
  | 'termUnits'
  | 'pastVerbs'
  | 'pastBe'
  | 'pastDone'
  | 'behindAuthors'
  | 'ordinalSigns'
  | 'aboveNamed'
  | 'signed'
  | 'signsAs'
  | 'partsSmall'
  | 'partsMember'
  | 'partsHeaded'
  | 'partsMentioned'
  | 'partsRead'
  | 'paragraphsBefore'
  | 'paragraphsBehind'
  | 'membersOfLaw'
  | 'letteredOfLaw'
  | 'numberedOfLaw'
  | 'ofLaw'
  | 'ownParts'
  | 'laws'
  | 'definitionTitles'
  | 'defines'
  | 'notDefining'
  | 'definesOne'
  | 'underTerm'
  | 'understood'
  | 'calledHere'
  | 'toldPersons'
  | 'shortHere'
  | 'shortCalled'
  | 'shortArticles'
  | 'isShortened'
  | 'shortenedTo'
  | 'beforeShort'
  | 'meansShort'
  | 'shortHints'
  | 'ofMonth'
  | 'inTimes'
  | 'revised'
  | 'fillIns'
  | 'formHeads'
  | 'formWords'
  | 'forms'
  | 'foreignPages'
  | 'foreignOf'
  | 'partLabels'
  | 'partsAwaited'
  | 'leadsToPart'
  | 'amountStarts'
  | 'amounts'
  | 'pages'
  | 'partsPrinted'
  | 'cuesPrinted'
  | 'partsOfLaw'
  | 'otherParts'
  | 'annexes'
  | 'annexLists'
  | 'annexesOf'
  | 'hourWords'
  | 'beforeHours'
  | 'betweenHours'
  | 'hoursPer'
  | 'textNames'
  | 'fromTexts'
  | 'articlesOfTexts'
  | 'joinsNumbers'
  | 'ownTexts'
  | 'shortLaws'
  | 'textsBefore'
  | 'textKinds'
  | 'see'
  | 'under'
  | 'opensClause'
  | 'followingText'
  | 'anyText'
  | 'undone'
  | 'madeBy'
  | 'enters'
  | 'cited'
  | 'onGrounds'

/** What is known of each language. */
export const factWords = byLanguage<FactWords & Readonly<Record<PhraseList, readonly string[]>>>(files)
/** The same of all, in the order of the languages. */
export const allFactWords = Object.values(factWords)

/** What is known of the documents of others, as far as they are known by it. */
export const foreignFactWords = foreign as Partial<FactWords & Record<PhraseList, readonly string[]>>
