import type { Message, Phrase, Said } from '../../src/model/index.js'
import { phraseOf, reasonOf, type WordedMessage, wordMessage } from '../../src/present/messages/index.js'
import { loadWording } from '../../src/workspace/index.js'

const wording = loadWording(undefined, 'en')

/** The sentence of a message in English. */
export const inEnglish = (said: Said): string => reasonOf(said, wording)

/** A part of a message in English. */
export const phraseInEnglish = (phrase: Phrase): string => phraseOf(phrase, wording)

/** A message with all its words in English. */
export const englishMessage = (message: Message): WordedMessage => wordMessage(message, wording)

/** The words of a page, without what marks them and what keeps a number and what it counts on one line. */
export const wordsOn = (html: string): string => html.replace(/<[^>]*>/g, '')
