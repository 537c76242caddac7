/** Measures of GB/T 9704—2012: 5.2 page, 7.3.1 title, 7.3.3 body and headings, 7.5 page numbers. */

/** In twips, 1440 to the inch; the standard counts in millimetres. */
export function millimetres(length: number): number {
  return Math.round((length / 25.4) * 1440);
}

/** 5.2.1, 5.2.2: A4, head 37 mm, binding edge 28 mm, a type area of 156 x 225 mm. */
export const pageForm = {
  size: { width: millimetres(210), height: millimetres(297) },
  margin: {
    top: millimetres(37),
    bottom: millimetres(35),
    left: millimetres(28),
    right: millimetres(26),
    header: millimetres(15),
    // 7.5: the dashes of the page number stand 7 mm below the type area.
    footer: millimetres(25),
  },
  /** 7.5: 空一字, a character of 14 points. */
  numberIndent: 280,
};

/** 二号 22 points, 三号 16 points, 四号 14 points. */
export const halfPoints = { title: 44, body: 32, pageNumber: 28 };

/** 28 points, in twips: 22 lines a page. */
export const lineSpacing = 560;

/** Two characters of 16 points. Word takes the characters, what does not know them the twips. */
export const twoCharacters = { firstLine: 640, firstLineChars: 200 };

const latin = 'Times New Roman';

/** The hint has what both kinds of script share, such as curly quotation marks, set in the Chinese face. */
function face(eastAsia: string, western = latin) {
  return { ascii: western, hAnsi: western, cs: western, eastAsia, hint: 'eastAsia' };
}

export const fontFaces = {
  title: face('方正小标宋_GBK'),
  heading1: face('黑体'),
  heading2: face('楷体_GB2312'),
  body: face('仿宋_GB2312'),
  pageNumber: face('宋体', '宋体'),
};
