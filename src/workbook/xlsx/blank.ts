/** A new workbook without sheets: the least that a report can be written into. Its Normal style is Arial 10. */
import { strToU8 } from 'fflate';
import type { Report } from '../workbook';
import { Package } from './package';
import { element, xmlDocument } from './xml';
import type { XmlElement } from './xml';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The parts of an empty workbook; styles are added when it is first written. */
export function blankPackage(): Package {
  const relationship = (Id: string, Type: string, Target: string): XmlElement =>
    element('Relationship', { Id, Type, Target });
  const type = (PartName: string, ContentType: string): XmlElement => element('Override', { PartName, ContentType });
  const parts = {
    '[Content_Types].xml': element(
      'Types',
      { xmlns: `${PACKAGE}/content-types` },
      element('Default', {
        Extension: 'rels',
        ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
      }),
      element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
      type('/xl/workbook.xml', `${SPREADSHEET}.sheet.main+xml`),
      type('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
      type('/docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'),
    ),
    '_rels/.rels': element(
      'Relationships',
      { xmlns: `${PACKAGE}/relationships` },
      relationship('rId1', `${OFFICE}/officeDocument`, 'xl/workbook.xml'),
      relationship('rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'),
      relationship('rId3', `${OFFICE}/extended-properties`, 'docProps/app.xml'),
    ),
    'xl/workbook.xml': element(
      'workbook',
      { xmlns: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main', 'xmlns:r': OFFICE },
      element('workbookPr'),
      element(
        'bookViews',
        {},
        element('workbookView', { xWindow: 0, yWindow: 0, windowWidth: 28800, windowHeight: 15600 }),
      ),
      element('sheets'),
      element('calcPr', { calcId: 191029, fullCalcOnLoad: 1 }),
    ),
    'docProps/app.xml': element(
      'Properties',
      { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties' },
      element('Application', {}, 'Realise'),
    ),
  };
  const bytes = Object.entries(parts).map(([path, root]) => [path, strToU8(xmlDocument(root))] as const);
  return new Package(
    new Map([...bytes, ['docProps/core.xml', strToU8(coreProperties({ title: '', language: 'en-GB' }))]]),
  );
}

/** Title, subject and language of a workbook of ours; its creator is Realise, no person. */
export function coreProperties({ title, language }: Pick<Report, 'title' | 'language'>): string {
  return xmlDocument(
    element(
      'cp:coreProperties',
      { 'xmlns:cp': `${PACKAGE}/metadata/core-properties`, 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' },
      element('dc:title', {}, title),
      element('dc:subject', {}, 'Budget impact'),
      element('dc:creator', {}, 'Realise'),
      element('dc:language', {}, language),
    ),
  );
}
