import { describe, expect, it } from 'vitest'
import { mediaPolicy, NAME, PATH, school } from '../support/school.js'
import { wordsOn } from '../support/words.js'

/** A site of a school that released two versions of a policy on one day; with `withdrawn`, and withdrew it. */
async function site(withdrawn = false) {
  const { files, text, write, ...it } = school(mediaPolicy())
  const run = async (...argv: string[]) => {
    const { code, err } = await it.run([...argv, '--quiet'])
    expect({ argv, code, err: code === 0 ? '' : err }).toEqual({ argv, code: 0, err: '' })
  }
  const release = async () => {
    await run('propose', NAME)
    for (const body of ['MR', 'Bestuur']) await run('decide', NAME, '--body', body, '--decision', 'positive')
    await run('release', NAME)
  }
  await release()
  write(PATH, text(PATH).replace('na toestemming', 'na schriftelijke toestemming'))
  await release()
  if (withdrawn) await run('withdraw', NAME)
  await run('site', '--output', 'site')
  const page = (path: string) => wordsOn(text(`/w/site/${path}`)).replace(/\s+/g, ' ')
  return { page }
}

describe('a site', () => {
  it('names of two versions of one day the later one first', async () => {
    const { page } = await site()
    const lately = page('index.html').split('Changed lately')[1] ?? ''
    expect(lately).toContain('1.0.0')
    expect(lately.indexOf('1.1.0')).toBeLessThan(lately.indexOf('1.0.0'))
  })

  it('says in the head of a policy that was withdrawn that it is, and not that it was adopted', async () => {
    const { page } = await site(true)
    for (const path of ['linde/media/index.html', 'linde/media/1.1.0/index.html']) {
      const [head = ''] = page(path).split('geldt niet: het beleidsstuk is ingetrokken')
      expect(head).toMatch(/Status ?Ingetrokken/)
      expect(page(path)).not.toMatch(/Status ?Vastgesteld/)
    }
    expect((await site()).page('linde/media/index.html')).toMatch(/Status ?Vastgesteld/)
  })
})
