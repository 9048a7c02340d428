import type { Standing } from '../decide/index.js'
import type { Phrase } from '../model/index.js'

/** Where a text stands, in words. */
export function standingPhrase(standing: Standing): Phrase {
  switch (standing.kind) {
    case 'draft':
      return { phrase: 'standing.draft' }
    case 'complete':
      return { phrase: 'standing.complete' }
    case 'waiting': {
      const { body, right, since } = standing
      return { phrase: 'standing.waiting', values: { body, right: { phrase: `right.${right}` }, since } }
    }
    case 'refused':
    case 'amended':
      return { phrase: `standing.${standing.kind}`, values: { body: standing.body, date: standing.date } }
    case 'changed':
      return { phrase: 'standing.changed', values: { since: standing.since, decided: standing.decided } }
    case 'adopted':
      return { phrase: 'standing.adopted', values: { version: standing.version } }
    case 'unproved':
      return { phrase: `standing.unproved-${standing.says}` }
    case 'withdrawn':
      return standing.date === undefined
        ? { phrase: 'standing.withdrawn' }
        : { phrase: 'standing.withdrawn-since', values: { date: standing.date } }
  }
}
