export { phraseOf, reasonOf, type WordedMessage, wordMessage } from './words.js'
