import { expect, it } from 'vitest'
import { Story } from '../../../src/render/docx/story.js'
import { growth, TOO_FAST } from '../../support/growth.js'

const story = (kinds: readonly ('del' | 'ins')[]) => {
  const context = { properties: [], time: 0, gone: new Set<string>(), come: new Set<string>(), revision: () => ({}) }
  const told = new Story(context)
  const stays = { whole: false, mixed: false, firstNote: false, pieces: [] }
  told.line({ ...stays, now: '<blijft/>', was: '<blijft/>' })
  for (const [at, kind] of kinds.entries())
    told.line({ ...stays, now: `<now${at}/>`, was: `<was${at}/>`, end: { kind }, whole: true })
  return { told, context }
}

it('a text that was replaced as a whole takes the time of its length', () => {
  const kinds = (times: number) => Array.from({ length: times }, (_, at): 'del' | 'ins' => (at < times / 2 ? 'del' : 'ins'))
  expect(
    growth(
      (times) => story(kinds(times)),
      ({ told }) => told.close(),
      5000,
    ),
  ).toBeLessThan(TOO_FAST)
})

it('where the last paragraphs went, each looks in either version as the nearest before it that stands there', () => {
  const { told, context } = story(['del', 'ins', 'del'])
  told.close()
  expect(context.properties.map((xml: string) => [...xml.matchAll(/<(?:blijft|now\d|was\d)\/>/g)].map(([mark]) => mark))).toEqual(
    [
      ['<blijft/>'],
      // In the new version the paragraph that stays reaches to here.
      ['<blijft/>', '<was0/>'],
      ['<now1/>', '<was0/>'],
      ['<now1/>', '<was2/>'],
    ],
  )
})
