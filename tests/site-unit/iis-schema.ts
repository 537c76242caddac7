/**
 * The sections of IIS's configuration that a site's web.config may use, as IIS_schema.xml (in
 * %windir%\system32\inetsrv\config\schema) declares them, and what applicationHost.config of a new server leaves to sites
 * (`overrideModeDefault="Allow"`) and locks (`lockAttributes`). Element and attribute names are case sensitive.
 */
export interface IisAttribute {
  type: 'string' | 'bool' | 'uint' | 'int' | 'enum' | 'timeSpan';
  required?: true;
  /** Part of what must be unique in the collection; keys that differ in case alone are equal. */
  key?: true;
  values?: readonly string[];
  range?: readonly [number, number];
  nonEmpty?: true;
}

export interface IisElement {
  attributes?: Record<string, IisAttribute>;
  elements?: Record<string, IisElement>;
  /** `add` is the name of the element that adds an entry; `remove` names an entry's keys, `clear` has no attribute. */
  collection?: { add: string; attributes: Record<string, IisAttribute> /** What a new server's list already holds. */; inherited?: true };
}

const pairs = { add: 'add', attributes: { name: { type: 'string', key: true }, value: { type: 'string' } } } as const;

export const iisSections: Record<string, IisElement> = {
  defaultDocument: {
    attributes: { enabled: { type: 'bool' } },
    elements: { files: { collection: { add: 'add', attributes: { value: { type: 'string', key: true } }, inherited: true } } },
  },
  directoryBrowse: { attributes: { enabled: { type: 'bool' }, showFlags: { type: 'string' } } },
  staticContent: {
    attributes: { defaultDocFooter: { type: 'string' }, enableDocFooter: { type: 'bool' } },
    elements: {
      clientCache: {
        attributes: {
          cacheControlMode: { type: 'enum', values: ['NoControl', 'DisableCache', 'UseMaxAge', 'UseExpires'] },
          cacheControlMaxAge: { type: 'timeSpan' },
          httpExpires: { type: 'string' },
          cacheControlCustom: { type: 'string' },
          setEtag: { type: 'bool' },
        },
      },
    },
    collection: {
      add: 'mimeMap',
      attributes: {
        fileExtension: { type: 'string', required: true, key: true },
        mimeType: { type: 'string', required: true, nonEmpty: true },
      },
      inherited: true,
    },
  },
  httpProtocol: {
    attributes: { allowKeepAlive: { type: 'bool' } },
    elements: { customHeaders: { collection: { ...pairs, inherited: true } }, redirectHeaders: { collection: pairs } },
  },
  httpErrors: {
    // Without defaultPath and allowAbsolutePathsWhenDelegated, which a new server locks.
    attributes: {
      errorMode: { type: 'enum', values: ['DetailedLocalOnly', 'Custom', 'Detailed'] },
      existingResponse: { type: 'enum', values: ['Auto', 'Replace', 'PassThrough'] },
      defaultResponseMode: { type: 'enum', values: ['File', 'ExecuteURL', 'Redirect'] },
    },
    collection: {
      add: 'error',
      attributes: {
        statusCode: { type: 'uint', required: true, key: true, range: [400, 999] },
        subStatusCode: { type: 'int', key: true, range: [-1, 999] },
        prefixLanguageFilePath: { type: 'string' },
        path: { type: 'string', required: true, nonEmpty: true },
        responseMode: { type: 'enum', values: ['File', 'ExecuteURL', 'Redirect'] },
      },
      inherited: true,
    },
  },
};
