import { spawn } from 'node:child_process'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { concerns } from '../../src/workspace/index.js'
import { clausule, type Run } from '../support/cli.js'
import { filesIn, front, workspace } from '../support/workspace.js'

const text = (words: string) => `${front()}# Foto’s {#fotos}\n\n${words} {#toestemming}\n`

const watching = (root: string, ...argv: string[]) => running(root, 'watch', ...argv)

/** A command that goes on until it is stopped: what it says can be waited for, as a person at the terminal would. */
function running(root: string, ...argv: string[]) {
  let shown = ''
  let waiting: { readonly words: string; readonly from: number; readonly seen: () => void }[] = []
  let stop = () => {}
  const hear = (words: string) => {
    shown += words
    waiting = waiting.filter(({ words: wanted, from, seen }) => {
      const there = shown.indexOf(wanted, from) >= 0
      if (there) seen()
      return !there
    })
  }
  const done: Promise<Run> = clausule(root, argv, {
    out: hear,
    err: hear,
    stopped: () =>
      new Promise((stopped) => {
        stop = stopped
      }),
  })
  return {
    done,
    stop: () => stop(),
    said: () => shown,
    /** Settled when these words were said, after as many letters as `from`. */
    says: (words: string, from = 0) =>
      new Promise<void>((seen) => {
        if (shown.indexOf(words, from) >= 0) seen()
        else waiting.push({ words, from, seen })
      }),
  }
}

const ask = (address: string, path: string, headers: Record<string, string> = {}, method = 'GET') =>
  new Promise<{ status: number; body: string; headers: Record<string, unknown> }>((answer, fail) => {
    const { hostname, port } = new URL(address)
    const asked = request({ hostname, port, path, method, headers, agent: false }, (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (piece) => {
        body += piece
      })
      response.on('end', () => answer({ status: response.statusCode ?? 0, body, headers: response.headers }))
    })
    asked.on('error', fail).end()
  })

describe('watch', () => {
  it('builds a policy again when its text changes, also where an editor puts another file in its place', async () => {
    const root = workspace(text('Een foto vraagt toestemming.'), { 'policies/linde/ander.md': text('Anders.') })
    const path = join(root, 'policies/linde/media.md')
    const watch = watching(root, '--format', 'html')
    await watch.says('made out/linde/media-1.0.0.html')
    let from = watch.said().length
    writeFileSync(path, text('Een film vraagt toestemming.'))
    await watch.says('made out/linde/media-1.0.0.html', from)
    expect(readFileSync(join(root, 'out/linde/media-1.0.0.html'), 'utf8')).toContain('Een film')
    expect(watch.said().slice(from)).not.toContain('ander-1.0.0')

    from = watch.said().length
    writeFileSync(`${path}.new`, text('Een geluid vraagt toestemming.'))
    renameSync(`${path}.new`, path)
    await watch.says('media-1.0.0.html', from)

    from = watch.said().length
    writeFileSync(path, text('Zie [](#weg).'))
    await watch.says('reference/unresolved', from)
    from = watch.said().length
    writeFileSync(join(root, 'policies/linde/organisation.yaml'), 'name: De Linde\n')
    await watch.says('made out/linde/ander-1.0.0.html', from)
    watch.stop()
    expect(await watch.done).toMatchObject({ code: 0 })
    expect(watch.said()).toMatch(/Stopped\.\n$/)
  })

  it('shows what was made to this machine alone, in pages that load themselves anew and fetch nothing else', async () => {
    const root = workspace(text('Een foto vraagt toestemming.'))
    const watch = watching(root, 'linde/media', '--format', 'html,pdf')
    await watch.says('made out/linde/media-1.0.0.html')
    const [address = ''] = /http:\/\/127\.0\.0\.1:\d+\//.exec(watch.said()) ?? []
    const { host } = new URL(address)

    const list = await ask(address, '/')
    expect(list.body).toContain('href="/linde/media-1.0.0.html"')
    // Like the other pages: a head, a style, and a language.
    expect(list.body).toMatch(/<html lang="en">[\s\S]*<h1[^>]*>What was made<\/h1>/)
    expect(list.body).toContain('class="masthead')
    const page = await ask(address, '/linde/media-1.0.0.html')
    expect(page).toMatchObject({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } })
    expect(page.body).toContain("new EventSource('/.changes')")
    expect(page.headers['content-security-policy']).toMatch(
      /^default-src 'none';.*script-src 'sha256-[^']+' 'sha256-.*; connect-src 'self'$/,
    )
    expect(readFileSync(join(root, 'out/linde/media-1.0.0.html'), 'utf8')).not.toContain('EventSource')
    expect((await ask(address, '/linde/media-1.0.0.pdf')).headers['content-type']).toBe('application/pdf')

    for (const path of [
      '/../policies/linde/media.md',
      '/%2e%2e/policies/linde/media.md',
      '/..%2fpolicies/linde/media.md',
      '/%00',
      '/%',
      '/linde',
    ]) {
      expect({ path, status: (await ask(address, path)).status }).toEqual({ path, status: 404 })
    }
    for (const headers of [
      { host: 'kwaad.example' },
      { host, origin: 'https://kwaad.example' },
      { host, 'sec-fetch-site': 'cross-site' },
    ]) {
      expect({ headers, status: (await ask(address, '/', headers)).status }).toEqual({ headers, status: 403 })
    }
    expect((await ask(address, '/', {}, 'POST')).status).toBe(405)
    watch.stop()
    await watch.done
    await expect(ask(address, '/')).rejects.toThrow(/ECONNREFUSED/)
  })

  it('says which name it does not know, and what it cannot do', async () => {
    const root = workspace(text('Een foto vraagt toestemming.'))
    const stopped = () => new Promise<void>(() => {})
    expect(await clausule(root, ['watch', 'linde/weg'], { stopped })).toMatchObject({
      code: 1,
      err: expect.stringContaining('name/unknown'),
    })
    expect((await clausule(root, ['watch', '--port', 'x'], { stopped })).code).toBe(2)
    expect((await clausule(root, ['watch'])).code).toBe(2)
    expect(filesIn(root).some((file) => file.startsWith('out/'))).toBe(false)
  })

  const program = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))
  it.skipIf(!existsSync(program)).each(['SIGINT', 'SIGTERM'] as const)(
    'ends at %s with 0 and leaves no file half there',
    async (signal) => {
      const root = workspace(text('Een foto vraagt toestemming.'))
      const child = spawn(process.execPath, [program, 'watch', '--format', 'html'], { cwd: root })
      let shown = ''
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', (bytes) => {
          const made = shown.includes('media-1.0.0.html')
          shown += bytes
          if (!made && shown.includes('media-1.0.0.html')) child.kill(signal)
        })
      }
      expect(await new Promise((ended) => child.on('close', (code, by) => ended({ code, by })))).toEqual({ code: 0, by: null })
      expect(filesIn(join(root, 'out'))).toEqual(['linde/media-1.0.0.html'])
    },
  )
})

describe('preview', () => {
  it('serves the site, makes it again when a text changes, and has open pages load themselves anew', async () => {
    const root = workspace(text('Een foto vraagt toestemming.'))
    const preview = running(root, 'preview', '--drafts')
    await preview.says('made out/site')
    const [address = ''] = /http:\/\/127\.0\.0\.1:\d+\//.exec(preview.said()) ?? []
    const before = await ask(address, '/linde/media/')
    expect(before.body).toContain('Een foto vraagt')
    expect(before.body).toContain("new EventSource('/.changes')")
    const events = await fetch(new URL('.changes', address))
    const reader = (events.body as ReadableStream<Uint8Array>).getReader()
    await reader.read()
    writeFileSync(join(root, 'policies/linde/media.md'), text('Een film vraagt toestemming.'))
    expect(new TextDecoder().decode((await reader.read()).value)).toContain('data:')
    expect((await ask(address, '/linde/media/')).body).toContain('Een film vraagt')
    await reader.cancel()
    preview.stop()
    expect((await preview.done).code).toBe(0)
  })
})

/** What an open page is told, event by event. */
async function listening(address: string) {
  const { body } = await fetch(new URL('.changes', address))
  const reader = (body as ReadableStream<Uint8Array>).getReader()
  const decoder = new TextDecoder()
  let heard = ''
  return {
    async hears(words: string) {
      while (!heard.includes(words)) heard += decoder.decode((await reader.read()).value, { stream: true })
      const all = heard
      heard = heard.slice(heard.indexOf(words) + words.length)
      return all
    },
    leave: () => reader.cancel(),
  }
}

describe('an error in a text that is watched', () => {
  const broken = '---\ntitle: [\n---\n\n# Foto {#foto}\n'

  it('is told above the page that is kept up, to who opens it later too, until it is mended', async () => {
    const root = workspace(text('Een foto vraagt toestemming.'))
    const path = join(root, 'policies/linde/media.md')
    const watch = watching(root, '--format', 'html', '--lang', 'nl')
    await watch.says('media-1.0.0.html')
    const [address = ''] = /http:\/\/127\.0\.0\.1:\d+\//.exec(watch.said()) ?? []
    const reader = await listening(address)
    await reader.hears('event: not-made\ndata: null')

    writeFileSync(path, broken)
    const told = await reader.hears('policies/linde/media.md:')
    expect(told).toContain('Niet opnieuw gemaakt, vanwege fouten: linde/media.')
    expect(told).not.toContain('data: changed')
    expect((await ask(address, '/linde/media-1.0.0.html')).body).toContain('Een foto vraagt')
    const later = await listening(address)
    await later.hears('Niet opnieuw gemaakt')
    await later.leave()

    writeFileSync(path, text('Een film vraagt toestemming.'))
    await reader.hears('event: not-made\ndata: null')
    await reader.hears('data: changed')
    expect((await ask(address, '/linde/media-1.0.0.html')).body).toContain('Een film vraagt')
    await reader.leave()
    watch.stop()
    await watch.done
  })

  it('is told of each text that has one, whichever was saved last', async () => {
    const root = workspace(text('Een foto vraagt toestemming.'), { 'policies/linde/ander.md': text('Anders.') })
    const watch = watching(root, '--format', 'html')
    await watch.says('media-1.0.0.html')
    const [address = ''] = /http:\/\/127\.0\.0\.1:\d+\//.exec(watch.said()) ?? []
    const reader = await listening(address)
    writeFileSync(join(root, 'policies/linde/media.md'), broken)
    await reader.hears('errors: linde/media.')
    writeFileSync(join(root, 'policies/linde/ander.md'), broken)
    await reader.hears('errors: linde/ander, linde/media.')
    writeFileSync(join(root, 'policies/linde/media.md'), text('Weer goed.'))
    await reader.hears('errors: linde/ander.')
    await reader.leave()
    watch.stop()
    await watch.done
  })
})

describe('what concerns a policy', () => {
  it.each([
    ['policies', true],
    ['policies/linde/media.md', true],
    ['policies/linde/organisation.yaml', true],
    ['policies/linde/mark.svg', true],
    ['policies/linde/releases/media@1.0.0.md', true],
    ['templates/wording/document.nl.yaml', true],
    ['policies/concordance.yaml', true],
    ['policies/linde/ander.md', false],
    ['policies/linde/releases/ander@1.0.0.md', false],
    ['policies/beuk/media.md', false],
    ['policies/linde/.media.md.swp', false],
    ['policies/linde/media.md~', false],
  ])('%s: %s', (path, does) => {
    expect(concerns(path, 'linde/media')).toBe(does)
  })
})
