/**
 * A sentence can be read: its verb goes with its subject, and no word is missing. Only what is certain from the words alone is
 * reported, each once; most broken sentences need a reader.
 *
 * ```markdown ok
 * Wanneer de ouders dit weigeren en de leerling blijft, kan de school bellen. De sleutel is van de school. {#weigeren}
 *
 * Een leerling die dit vergeet, neemt contact op met de mentor om het te bespreken. Ga er zorgvuldig mee om. {#vergeten}
 *
 * Wie met en zonder toestemming plaatst, dient dit te melden; hij/zij weet dat dit kan worden opgevat als pesten. {#plaatsen}
 *
 * Dit gebeurt na overleg met en verkregen goedkeuring van de raad. {#overleg}
 *
 * De leerlingen kan worden gevraagd te wachten. De ouders mag de school niet weigeren. De ouder meldt dat. {#vragen}
 * ```
 *
 * ```markdown
 * Als de opmerkingen van een leerling een bedreiging inhoudt, belt de school. {#bellen}
 *
 * Wie de sleutel bewaart moet zorgvuldig mee omgaan. {#sleutel}
 *
 * Meld wat als grap gezegd kan. Indien een gesprek ontspoord, stopt de school. {#melden}
 *
 * De ouder meld dit direct. De leerlingen moet dan wachten. Een medewerker geef toestemming. {#ouder}
 * ```
 *
 * ```messages
 * 1:1 warning word/grammar Unexpected "Als de opmerkingen van een leerling …", expected a plural verb to go with "opmerkingen"
 * 3:40 warning word/grammar Unexpected "mee omgaan", expected "er" or "hier" before it
 * 5:19 warning word/grammar Unexpected "gezegd kan", expected "worden" behind it
 * 5:50 warning word/grammar Unexpected "ontspoord", expected "ontspoort"
 * 7:10 warning word/grammar Unexpected "meld", expected "meldt"
 * 7:27 warning word/grammar Unexpected "De leerlingen moet", expected a plural verb to go with "leerlingen"
 * 7:74 warning word/grammar Unexpected "geef", expected "geeft"
 * ```
 *
 * To mend: read the sentence aloud and put it right.
 */
import { grammarSlips } from '../../proof/index.js'
import type { Rule } from '../rule.js'
import { clip, wholeTextsOf } from '../words.js'

export const wordGrammar: Rule<'word/grammar'> = {
  id: 'word/grammar',
  severity: 'warning',
  *check({ policy, clauses, options: { speller } }) {
    if (policy.metadata.lang !== 'nl') return
    const seen = new Set<string>()
    const knows = speller && ((word: string) => speller.own.has(word))
    for (const { value, placeOf } of wholeTextsOf(clauses)) {
      for (const { words, index, say } of grammarSlips(value, knows)) {
        const key = words.toLowerCase()
        if (seen.has(key)) continue
        seen.add(key)
        yield { ...say(clip(words)), place: placeOf(index) }
      }
    }
  },
}
