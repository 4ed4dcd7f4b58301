package dev.respool.it.targets;

/** Locals above slot 255, for which the JVM has other instructions. */
public final class WideLocals {
  private WideLocals() {}

  public static Object run() {
    long v0 = 0;
    long v1 = 3;
    long v2 = 6;
    long v3 = 9;
    long v4 = 12;
    long v5 = 15;
    long v6 = 18;
    long v7 = 21;
    long v8 = 24;
    long v9 = 27;
    long v10 = 30;
    long v11 = 33;
    long v12 = 36;
    long v13 = 39;
    long v14 = 42;
    long v15 = 45;
    long v16 = 48;
    long v17 = 51;
    long v18 = 54;
    long v19 = 57;
    long v20 = 60;
    long v21 = 63;
    long v22 = 66;
    long v23 = 69;
    long v24 = 72;
    long v25 = 75;
    long v26 = 78;
    long v27 = 81;
    long v28 = 84;
    long v29 = 87;
    long v30 = 90;
    long v31 = 93;
    long v32 = 96;
    long v33 = 99;
    long v34 = 102;
    long v35 = 105;
    long v36 = 108;
    long v37 = 111;
    long v38 = 114;
    long v39 = 117;
    long v40 = 120;
    long v41 = 123;
    long v42 = 126;
    long v43 = 129;
    long v44 = 132;
    long v45 = 135;
    long v46 = 138;
    long v47 = 141;
    long v48 = 144;
    long v49 = 147;
    long v50 = 150;
    long v51 = 153;
    long v52 = 156;
    long v53 = 159;
    long v54 = 162;
    long v55 = 165;
    long v56 = 168;
    long v57 = 171;
    long v58 = 174;
    long v59 = 177;
    long v60 = 180;
    long v61 = 183;
    long v62 = 186;
    long v63 = 189;
    long v64 = 192;
    long v65 = 195;
    long v66 = 198;
    long v67 = 201;
    long v68 = 204;
    long v69 = 207;
    long v70 = 210;
    long v71 = 213;
    long v72 = 216;
    long v73 = 219;
    long v74 = 222;
    long v75 = 225;
    long v76 = 228;
    long v77 = 231;
    long v78 = 234;
    long v79 = 237;
    long v80 = 240;
    long v81 = 243;
    long v82 = 246;
    long v83 = 249;
    long v84 = 252;
    long v85 = 255;
    long v86 = 258;
    long v87 = 261;
    long v88 = 264;
    long v89 = 267;
    long v90 = 270;
    long v91 = 273;
    long v92 = 276;
    long v93 = 279;
    long v94 = 282;
    long v95 = 285;
    long v96 = 288;
    long v97 = 291;
    long v98 = 294;
    long v99 = 297;
    long v100 = 300;
    long v101 = 303;
    long v102 = 306;
    long v103 = 309;
    long v104 = 312;
    long v105 = 315;
    long v106 = 318;
    long v107 = 321;
    long v108 = 324;
    long v109 = 327;
    long v110 = 330;
    long v111 = 333;
    long v112 = 336;
    long v113 = 339;
    long v114 = 342;
    long v115 = 345;
    long v116 = 348;
    long v117 = 351;
    long v118 = 354;
    long v119 = 357;
    long v120 = 360;
    long v121 = 363;
    long v122 = 366;
    long v123 = 369;
    long v124 = 372;
    long v125 = 375;
    long v126 = 378;
    long v127 = 381;
    long v128 = 384;
    long v129 = 387;
    long v130 = 390;
    long v131 = 393;
    long v132 = 396;
    long v133 = 399;
    long v134 = 402;
    long v135 = 405;
    long v136 = 408;
    long v137 = 411;
    long v138 = 414;
    long v139 = 417;
    int n = 1;
    n += 1_000;
    Probe.hit("all live");
    v1 += v0;
    v11 += v10;
    v21 += v20;
    v31 += v30;
    v41 += v40;
    v51 += v50;
    v61 += v60;
    v71 += v70;
    v81 += v80;
    v91 += v90;
    v101 += v100;
    v111 += v110;
    v121 += v120;
    v131 += v130;
    n++;
    String text = Probe.ref("far");
    n -= Probe.i(2);
    return text
        + n
        + (v0 + v1 + v2 + v3 + v4 + v5 + v6 + v7 + v8 + v9 + v10 + v11 + v12 + v13 + v14 + v15 + v16
            + v17 + v18 + v19 + v20 + v21 + v22 + v23 + v24 + v25 + v26 + v27 + v28 + v29 + v30
            + v31 + v32 + v33 + v34 + v35 + v36 + v37 + v38 + v39 + v40 + v41 + v42 + v43 + v44
            + v45 + v46 + v47 + v48 + v49 + v50 + v51 + v52 + v53 + v54 + v55 + v56 + v57 + v58
            + v59 + v60 + v61 + v62 + v63 + v64 + v65 + v66 + v67 + v68 + v69 + v70 + v71 + v72
            + v73 + v74 + v75 + v76 + v77 + v78 + v79 + v80 + v81 + v82 + v83 + v84 + v85 + v86
            + v87 + v88 + v89 + v90 + v91 + v92 + v93 + v94 + v95 + v96 + v97 + v98 + v99 + v100
            + v101 + v102 + v103 + v104 + v105 + v106 + v107 + v108 + v109 + v110 + v111 + v112
            + v113 + v114 + v115 + v116 + v117 + v118 + v119 + v120 + v121 + v122 + v123 + v124
            + v125 + v126 + v127 + v128 + v129 + v130 + v131 + v132 + v133 + v134 + v135 + v136
            + v137 + v138 + v139);
  }
}
