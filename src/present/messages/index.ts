export { reasonOf, type WordedMessage, wordMessage } from './words.js'
