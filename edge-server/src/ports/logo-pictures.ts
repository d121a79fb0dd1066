// The clinic's logo, read for paper.

/** Lightness of each dot, row by row: 0 is black, 255 is paper. */
export interface GreyPicture {
  readonly width: number;
  readonly rows: number;
  readonly levels: Uint8Array;
}

export interface LogoPictures {
  /** Undefined when there is no such file, or it is no picture that paper can have. */
  picture(file: string): Promise<GreyPicture | undefined>;
}
