/* BIM-annual and BIM-ref as a programmer would write them in C: the yardstick of speed. Built with -Ofast.
 * Inputs come as rows of doubles, a row a draw; for BIM-ref the persistence curve of the draw (300 figures) follows its
 * 205 inputs. Each evaluation fills every cost cell and the results. Prints seconds for the draws, and a sum to compare. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double cost_annual[400], cost_ref[400];

static void annual(const double *restrict p, double *restrict result) {
  double funnel[3], population = p[0], factor = 1, discounted = 0;
  for (int s = 0; s < 3; s++) funnel[s] = p[3 + s] * p[6 + s] * p[9 + s] * p[12 + s] * p[15 + s];
  for (int y = 0; y < 5; y++) {
    double totals[2];
    for (int w = 0; w < 2; w++) {
      const double *u = p + 18 + 20 * w;
      double rest = 1 - u[y] - u[5 + y] - u[10 + y] - u[15 + y], total = 0;
      for (int k = 0; k < 5; k++) {
        double share = k ? u[5 * (k - 1) + y] : rest, volume = 0, drug = 0, beds = 0;
        for (int s = 0; s < 3; s++) {
          double n = population * funnel[s] * share;
          volume += n;
          drug += n * p[68 + s];
          beds += n * p[96 + s];
        }
        double *c = cost_annual + ((w * 5 + y) * 5 + k) * 8;
        c[0] = drug * p[58 + k] * p[63 + k];
        c[1] = volume * p[71 + k];
        c[2] = volume * p[76 + k];
        c[3] = volume * p[81 + k];
        c[4] = volume * p[86 + k];
        c[5] = beds * p[91 + k];
        c[6] = volume * p[99 + k];
        c[7] = 0;
        if (k == 4 && volume > 0) {
          double a = p[104], b = p[105];
          double in_bands = fmin(volume, a) * p[106] + fmax(0, fmin(volume, b) - a) * p[107] + fmax(0, volume - b) * p[108];
          c[7] = -c[0] * in_bands / volume;
        }
        for (int j = 0; j < 8; j++) total += c[j];
      }
      totals[w] = total;
      result[6 + 5 * w + y] = total;
    }
    result[y] = totals[1] - totals[0];
    discounted += result[y] / factor;
    factor *= 1 + p[2];
    population *= 1 + p[1];
  }
  result[5] = discounted;
}

static void ref(const double *restrict p, double *restrict result) {
  const double *curve = p + 205;
  double population[60], fraction[6][60], summed[5][61], gained[5][5][60];
  population[0] = p[0];
  for (int m = 1; m < 60; m++) population[m] = population[m - 1] * (1 + p[1]);
  for (int s = 0; s < 6; s++)
    for (int m = 0; m < 60; m++) {
      int y = m / 12;
      const double *v = p + 39 + 6 * s;
      fraction[s][m] = v[y] + (v[y + 1] - v[y]) * (m % 12) / 12;
    }
  for (int k = 0; k < 5; k++) {
    summed[k][0] = 0;
    for (int a = 0; a < 60; a++) summed[k][a + 1] = summed[k][a] + curve[60 * k + a];
    for (int y = 0; y < 5; y++)
      for (int j = 0; j < 12 * y + 12; j++) {
        int d = 12 * y - j;
        gained[k][y][j] = summed[k][d + 12] - summed[k][d > 0 ? d : 0];
      }
  }
  double months[2][5][5][6], starts[2][5][5][6];
  for (int s = 0; s < 6; s++) {
    double base = p[3 + s] * p[21 + s] * p[27 + s] * p[33 + s], arising[60], starting[60];
    double prevalent = p[0] * base * p[15 + s];
    for (int m = 0; m < 60; m++) arising[m] = population[m] * base * p[9 + s];
    for (int w = 0; w < 2; w++)
      for (int k = 0; k < 5; k++) {
        double b = k < 4 ? p[75 + 4 * s + k] : 0;
        for (int m = 0; m < 60; m++)
          starting[m] = arising[m] * (w ? (k < 4 ? b * (1 - fraction[s][m]) : fraction[s][m]) : b);
        double bolus = prevalent * (w ? (k < 4 ? b * (1 - fraction[s][0]) : fraction[s][0]) : b);
        for (int y = 0; y < 5; y++) {
          double on = bolus * (summed[k][12 * y + 12] - summed[k][12 * y]), started = 0;
          for (int j = 0; j < 12 * y + 12; j++) on += starting[j] * gained[k][y][j];
          for (int m = 12 * y; m < 12 * y + 12; m++) started += starting[m];
          months[w][y][k][s] = on;
          starts[w][y][k][s] = started;
        }
      }
  }
  double discounted = 0, factor = 1;
  for (int y = 0; y < 5; y++) {
    double totals[2];
    for (int w = 0; w < 2; w++) {
      double total = 0;
      for (int k = 0; k < 5; k++) {
        double volume = 0, started = 0, drug = 0, disease = 0, offset = 0, price = p[109 + k];
        for (int n = 0; n < y; n++) price *= 1 + p[114 + k];
        for (int s = 0; s < 6; s++) {
          double on = months[w][y][k][s];
          volume += on;
          started += starts[w][y][k][s];
          drug += on * p[119 + 5 * s + k];
          disease += on * p[174 + s];
          offset += on * p[185 + s];
        }
        double *c = cost_ref + ((w * 5 + y) * 5 + k) * 8;
        c[0] = drug * price;
        c[1] = volume * p[149 + k];
        c[2] = volume * p[154 + k];
        c[3] = started * p[159 + k];
        c[4] = started * p[164 + k];
        c[5] = disease * p[169 + k];
        c[6] = -offset * p[180 + k];
        c[7] = 0;
        if (k == 4 && volume > 0) {
          double in_bands = 0, from = 0;
          for (int t = 0; t < 4; t++) {
            double to = t < 3 ? p[191 + t] : 1e30;
            in_bands += fmax(0, fmin(volume, to) - from) * p[194 + t];
            from = to;
          }
          c[7] = -in_bands * c[0] / volume;
        }
        if (k == 3) {
          int t = 0;
          while (t < 3 && p[198 + t] <= volume) t++;
          c[7] = -p[201 + t] * c[0];
        }
        for (int j = 0; j < 8; j++) total += c[j];
      }
      totals[w] = total;
      result[6 + 5 * w + y] = total;
    }
    result[y] = totals[1] - totals[0];
    discounted += result[y] / factor;
    factor *= 1 + p[2];
  }
  result[5] = discounted;
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + 1e-9 * t.tv_nsec;
}

/* loops WORKLOAD FILE DRAWS WIDTH REPEATS: seconds of the fastest repeat, then the sum of all results of it. */
int main(int count, char **words) {
  if (count != 6) return 1;
  int is_ref = words[1][0] == 'r', draws = atoi(words[3]), width = atoi(words[4]), repeats = atoi(words[5]);
  double *inputs = malloc(sizeof(double) * draws * width), *results = malloc(sizeof(double) * draws * 16);
  FILE *file = fopen(words[2], "rb");
  if (!file || fread(inputs, sizeof(double), (size_t)draws * width, file) != (size_t)draws * width) return 1;
  double best = 1e30, sum = 0;
  for (int repeat = 0; repeat < repeats; repeat++) {
    double start = now();
    for (int n = 0; n < draws; n++) (is_ref ? ref : annual)(inputs + (size_t)n * width, results + (size_t)n * 16);
    double took = now() - start;
    if (took < best) best = took;
  }
  for (int n = 0; n < draws * 16; n++) sum += results[n];
  printf("%.9f %.9e %.9e\n", best, sum, cost_annual[0] + cost_ref[0]);
  return 0;
}
