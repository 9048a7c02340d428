import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { presentRedline } from '../../../src/present/index.js'
import { renderDocx } from '../../../src/render/docx/index.js'
import { numbered, versions } from '../../support/versions.js'

function installed(): boolean {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Opens a file, accepts or rejects everything and saves the words. */
const MACRO = `
Sub Settle(source As String, target As String, action As String)
  Dim hiddenArgs(0) As New com.sun.star.beans.PropertyValue
  hiddenArgs(0).Name = "Hidden"
  hiddenArgs(0).Value = True
  doc = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, hiddenArgs())
  helper = createUnoService("com.sun.star.frame.DispatchHelper")
  helper.executeDispatch(doc.CurrentController.Frame, action, "", 0, Array())
  Dim asText(1) As New com.sun.star.beans.PropertyValue
  asText(0).Name = "FilterName"
  asText(0).Value = "Text (encoded)"
  asText(1).Name = "FilterOptions"
  asText(1).Value = "UTF8,LF,,,"
  doc.storeToURL(ConvertToURL(target), asText())
  doc.close(True)
End Sub
`

describe.skipIf(!installed())('LibreOffice opens the Word file', () => {
  let folder = ''
  const office = (...args: string[]) =>
    execFileSync('soffice', [`-env:UserInstallation=file://${join(folder, 'profile')}`, '--headless', '--norestore', ...args], {
      stdio: 'ignore',
    })

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'clausule-office-'))
    // A profile is made at the first start, which runs nothing else.
    office('--terminate_after_init')
    const basic = join(folder, 'profile', 'user', 'basic', 'Standard')
    mkdirSync(basic, { recursive: true })
    const file = (root: string, kind: string, inside: string) =>
      `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE ${root} PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "${kind}.dtd">${inside}`
    writeFileSync(
      join(basic, 'script.xlb'),
      file(
        'library:library',
        'library',
        '<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Module1"/></library:library>',
      ),
    )
    writeFileSync(
      join(basic, 'Module1.xba'),
      file(
        'script:module',
        'module',
        `<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">${MACRO.replace(/&/g, '&amp;').replace(/"/g, '&quot;')}</script:module>`,
      ),
    )
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  function settle(bytes: Uint8Array, command: 'AcceptAllTrackedChanges' | 'RejectAllTrackedChanges'): string[] {
    const [source, target] = [join(folder, 'in.docx'), join(folder, `${command}.txt`)]
    writeFileSync(source, bytes)
    office(`macro:///Standard.Module1.Settle("${source}","${target}",".uno:${command}")`)
    return readFileSync(target, 'utf8')
      .replace(/^\ufeff/, '')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
  }

  it('and accepting or rejecting all there gives the two texts word for word', async () => {
    const old = numbered(
      [
        '# Foto’s {#fotos}',
        '',
        'De school vraagt toestemming voor een foto. {#vragen}',
        '',
        '1. Ouders tekenen **altijd** voor een foto. {#tekenen}',
        '1. Een medewerker mag een foto plaatsen. {#plaatsen}',
        '1. Een leerling bewaart geen foto van een ander. {#bewaren}',
        '1. De mentor wist een foto. Hij meldt dat aan de ouders. {#wissen}',
        '',
        '# Telefoons {#telefoons}',
        '',
        '1. Telefoons zijn uit. {#uit}',
        '1. In de pauze mag een telefoon aan. {#aan}',
        '',
        '| Jaar | Bijdrage |',
        '| --- | --- |',
        '| 2025 | 40 |',
        '| 2026 | 45 |',
        '{#bijdrage}',
      ].join('\n'),
    )
    const next = numbered(
      [
        '# Begrippen {#begrippen}',
        '',
        'Een foto is ook een film. {#foto}',
        '',
        '# Foto’s {#fotos}',
        '',
        'De school vraagt vooraf toestemming voor een foto. {#vragen}',
        '',
        '1. Ouders tekenen **nooit** voor een foto. {#tekenen}',
        '1. De mentor wist een foto. {#wissen}',
        '1. Hij meldt dat aan de ouders. {#melden}',
        '',
        '# Telefoons {#telefoons}',
        '',
        '1. Telefoons zijn uit. {#uit}',
        '1. In de pauze mag een telefoon aan. {#aan}',
        '1. Een leerling bewaart geen foto van een ander kind. {#bewaren}',
        '',
        '| Jaar | Bijdrage |',
        '| --- | --- |',
        '| 2026 | 50 |',
        '| 2027 | 55 |',
        '{#bijdrage}',
      ].join('\n'),
    )
    const { comparison, setting } = versions(old, next)
    const { value } = await renderDocx(presentRedline(comparison, setting, 'complete'), {
      author: 'A. de Vries',
      date: '2026-03-01',
    })
    expect(settle(value, 'AcceptAllTrackedChanges')).toEqual([
      'Protocol',
      '1\tBegrippen',
      'Een foto is ook een film.',
      '2\tFoto’s',
      'De school vraagt vooraf toestemming voor een foto.',
      'a.\tOuders tekenen nooit voor een foto.',
      'b.\tDe mentor wist een foto.',
      'c.\tHij meldt dat aan de ouders.',
      '3\tTelefoons',
      'a.\tTelefoons zijn uit.',
      'b.\tIn de pauze mag een telefoon aan.',
      'c.\tEen leerling bewaart geen foto van een ander kind.',
      'Jaar',
      'Bijdrage',
      '2026',
      '50',
      '2027',
      '55',
    ])
    expect(settle(value, 'RejectAllTrackedChanges')).toEqual([
      'Protocol',
      '1\tFoto’s',
      'De school vraagt toestemming voor een foto.',
      'a.\tOuders tekenen altijd voor een foto.',
      'b.\tEen medewerker mag een foto plaatsen.',
      'c.\tEen leerling bewaart geen foto van een ander.',
      'd.\tDe mentor wist een foto. Hij meldt dat aan de ouders.',
      '2\tTelefoons',
      'a.\tTelefoons zijn uit.',
      'b.\tIn de pauze mag een telefoon aan.',
      'Jaar',
      'Bijdrage',
      '2025',
      '40',
      '2026',
      '45',
    ])
  })
})
