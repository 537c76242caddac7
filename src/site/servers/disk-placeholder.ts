/** Stands in the snippets for the folder that only who installs the site knows. */
export const diskPlaceholder = '/var/www/casebook/';
