import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { inBrowser } from '../../src/desk/navigation.js'
import { loadWording } from '../../src/workspace/index.js'
import { desk, linde, ROOT } from './support.js'

test.each(['nl', 'en'] as const)('no message in %s that a browser shows names a command', (lang) => {
  const say = loadWording(undefined, lang)
  const words = readFileSync(`templates/wording/messages.${lang}.yaml`, 'utf8')
  expect(words).toMatch(/["“]clausule [a-z]/)
  expect(inBrowser(words, say)).not.toMatch(/["“]clausule [a-z]/)
})

test('a refusal names the page where the step before it is taken', async () => {
  const { ask, send } = await desk(
    linde(
      '---\ntitle: Media\norganisation: linde\nlang: en\nroute: [{ body: Board, right: adoption }]\n---\n\n# Photos {#photos}\n',
    ),
  )
  const page = await (await ask('/policies/linde/media/decide')).text()
  const seen = /name="seen" value="([^"]*)"/.exec(page)?.[1] ?? ''
  const fields = { act: 'decide', seen, step: 'adoption Board', decision: 'positive', date: '2026-03-01' }
  const refused = await (await send('/policies/linde/media/decide', fields)).text()
  expect(refused).toContain('role="alert"')
  expect(refused).toContain('Put forward')
  expect(refused).not.toContain('clausule propose')
})

test('a folder that never held a policy is not said to have lost it', async () => {
  const { ask } = await desk({ [`${ROOT}/read-me.txt`]: 'empty' })
  const page = await (await ask('/schools')).text()
  expect(page).toContain('There is no policy here yet')
})
