import { dirname, join, relative } from 'node:path'
import { EDITOR_SCHEMAS, type Language } from '../model/index.js'
import type { Wording } from '../present/index.js'
import { loadWording } from './assets.js'
import type { Output } from './files.js'
import { exists } from './output.js'
import type { Workspace } from './root.js'

type SchemaName = keyof typeof EDITOR_SCHEMAS

const FOLDER = '.clausule'
const COMMENT = '# yaml-language-server: $schema='

/** Tells editors where the schema of the YAML below it is, from an organisation's folder. */
export const schemaComment = (name: SchemaName): string => `${COMMENT}../../${FOLDER}/${name}.schema.json\n`

/** A text that goes to another folder, with the way to the schema of its front matter from there. */
export function withSchemaFrom(source: string, from: string, to: string): string {
  const start = source.indexOf(`${COMMENT}../`)
  if (start < 0 || source.slice(0, start).trim() !== '---' || dirname(from) === dirname(to)) return source
  const at = start + COMMENT.length
  const end = source.indexOf('\n', at)
  const schema = join(dirname(from), source.slice(at, end))
  return source.slice(0, at) + relative(dirname(to), schema).replaceAll('\\', '/') + source.slice(end)
}

/** The schemas themselves that a workspace lacks: an editor asks no other place for them, and shows what they say of each key. */
export const missingSchemas = (workspace: Workspace, lang: Language): Output[] =>
  Object.entries(EDITOR_SCHEMAS).flatMap(([name, schema]) => {
    const path = join(workspace.root, FOLDER, `${name}.schema.json`)
    if (exists(workspace.files, path)) return []
    const said = described(schema() as Schema, `schema.${name}`, loadWording(workspace, lang))
    return [{ path, bytes: `${JSON.stringify(said, null, 2)}\n` }]
  })

/** What of a JSON Schema holds others. */
interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>
  readonly anyOf?: readonly Schema[]
  readonly items?: Schema
  readonly additionalProperties?: Schema | boolean
}

/** A schema with words beside each key; entries of a list, and of a map by names of one's own, are described as what stands in the list or map. */
function described(schema: Schema, key: string, wording: Wording): Schema {
  return { description: wording(key), ...within(schema, key, wording) } as Schema
}

function within(schema: Schema, key: string, wording: Wording): Schema {
  const { properties, anyOf, items, additionalProperties } = schema
  const inside = (each: Schema) => within(each, key, wording)
  return {
    ...schema,
    ...(properties
      ? {
          properties: Object.fromEntries(
            Object.entries(properties).map(([name, each]) => [name, described(each, `${key}.${name}`, wording)]),
          ),
        }
      : {}),
    ...(anyOf ? { anyOf: anyOf.map(inside) } : {}),
    ...(items ? { items: inside(items) } : {}),
    ...(typeof additionalProperties === 'object' ? { additionalProperties: inside(additionalProperties) } : {}),
  }
}
