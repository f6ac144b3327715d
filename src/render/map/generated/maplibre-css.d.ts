/** Those rules of MapLibre's style sheet that the map uses: canvas, gestures and attribution. */
export declare const css: string;
