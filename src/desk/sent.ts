import type { Sent, SentFile } from './types.js'

/** Reads what was sent with a request, of a form or of a script. Undefined where it is no form, though it says so: nothing is made of half of one. */
export async function readSent(request: Request): Promise<Sent | undefined> {
  const kind = request.headers.get('content-type') ?? ''
  const isForm = /^(?:multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(kind)
  const fields = isForm ? await request.formData().catch(() => undefined) : new FormData()
  if (!fields) return undefined
  const texts = (name: string) => fields.getAll(name).flatMap((value) => (typeof value === 'string' ? [value] : []))
  const words = (name: string) => texts(name).at(-1)?.replace(/\r\n?/g, '\n')
  return {
    words,
    text: (name) => {
      const value = words(name)?.trim()
      return value === '' ? undefined : value
    },
    all: texts,
    files: async (name) => {
      const files = fields.getAll(name).flatMap((value) => (typeof value === 'string' || value.size === 0 ? [] : [value]))
      return Promise.all(
        files.map(
          async (file): Promise<SentFile> => ({ name: plainName(file.name), bytes: new Uint8Array(await file.arrayBuffer()) }),
        ),
      )
    },
    json: isForm ? undefined : await request.json().catch(() => undefined),
  }
}

/** The name of a file without the folders that a browser, or somebody who plays one, puts before it. */
const plainName = (name: string): string => name.replace(/^.*[/\\]/s, '').replace(/[\p{Cc}]/gu, '')
