/** The file that describes a dataset, beside its tables. */
export const PACKAGE_FILE = 'datapackage.json';
