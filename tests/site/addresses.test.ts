import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addresses, relativeTo, segment } from '../../src/site/addresses.js'

it('leads from every page to every file, whatever stands in front of the site', () => {
  const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).map(segment)
  const folder = fc.array(name, { maxLength: 4 }).map((names) => names.map((each) => `${each}/`).join(''))
  const target = fc.tuple(folder, fc.option(name, { nil: '' })).map(([path, file]) => `${path}${file}`)
  const id = fc.option(fc.stringMatching(/^[a-z][a-z0-9-]{0,9}$/), { nil: undefined })
  fc.assert(
    fc.property(
      folder,
      target,
      id,
      fc.constantFrom('https://x.example/', 'https://x.example/beleid/a%20b/'),
      (page, path, hash, base) => {
        const wanted = hash === undefined ? path : `${path}#${hash}`
        const found = new URL(relativeTo(page, wanted), new URL(page.split('/').map(encodeURIComponent).join('/'), base))
        const whole = new URL(path.split('/').map(encodeURIComponent).join('/'), base)
        expect(found.href).toBe(hash === undefined ? whole.href : `${whole.href}#${hash}`)
      },
    ),
    { seed: 18, numRuns: 400 },
  )
})

it('is made of names that every server takes', () => {
  expect(addresses.policy('de linde/foto’s & film')).toBe('de-linde/foto-s-film/')
  expect(addresses.version('linde/media', '1.1.0')).toBe('linde/media/1.1.0/')
  expect(addresses.change('linde/media', '1.0.0', '1.1.0')).toBe('linde/media/1.0.0--1.1.0/')
  expect(segment('..')).not.toMatch(/^\./)
})
