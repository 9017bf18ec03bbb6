/** JSON as it was when this script came: pages replace it later. */
export const { parse, stringify } = JSON;
