export { githubAnnotations } from './github.js'
export { sarifLog } from './sarif.js'
export { phraseOf, reasonOf, type WordedMessage, wordMessage } from './words.js'
