import java.util.Arrays;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.integration.RombergIntegrator;
import org.apache.commons.math3.analysis.integration.SimpsonIntegrator;
import org.apache.commons.math3.analysis.interpolation.SplineInterpolator;
import org.apache.commons.math3.analysis.polynomials.PolynomialFunction;
import org.apache.commons.math3.analysis.polynomials.PolynomialSplineFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.analysis.solvers.LaguerreSolver;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.exception.MathIllegalArgumentException;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.fraction.BigFraction;
import org.apache.commons.math3.geometry.euclidean.threed.Rotation;
import org.apache.commons.math3.geometry.euclidean.threed.RotationConvention;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;
import org.apache.commons.math3.random.MersenneTwister;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;
import org.apache.commons.math3.util.ArithmeticUtils;
import org.apache.commons.math3.util.CombinatoricsUtils;
import org.apache.commons.math3.util.FastMath;

// not yet: 45 MB of IR, which LLVM did not compile in a quarter of an hour
// library: org.apache.commons:commons-math3
/** Numerics whose results are the same to the last bit: linear algebra, solvers, integrals, transforms, statistics. */
public class Numerics {
    public static void main(String[] arguments) {
        functions();
        transforms();
        statistics();
        exact();
        geometry();
        equations();
        fastMath();
        mistakes();
    }

    private static void show(String name, double... values) {
        System.out.println(name + " " + Arrays.toString(values));
    }

    private static void functions() {
        UnivariateFunction sine = x -> FastMath.sin(x) * FastMath.exp(-x / 3);
        show("integrals", new SimpsonIntegrator().integrate(10_000, sine, 0, 3), new RombergIntegrator().integrate(10_000, sine, 0, 3));
        show("root", new BrentSolver(1e-12).solve(200, x -> x * x * x - 2 * x - 5, 0, 5));
        for (Complex root : new LaguerreSolver().solveAllComplex(new double[] {-1, 0, 3, -2, 1}, 0.5)) {
            System.out.println("complex root " + root);
        }
        PolynomialFunction polynomial = new PolynomialFunction(new double[] {1, -3, 0, 2});
        System.out.println(polynomial + " | " + polynomial.derivative() + " | " + polynomial.multiply(polynomial) + " | " + polynomial.value(1.5));
        PolynomialSplineFunction spline = new SplineInterpolator().interpolate(new double[] {0, 1, 2, 4, 7}, new double[] {1, 2, 0, 5, 3});
        show("spline", spline.value(0.5), spline.value(3.3), spline.derivative().value(6));
    }

    private static void transforms() {
        double[] signal = new double[16];
        for (int i = 0; i < signal.length; i++) {
            signal[i] = Math.abs(i - 7) * 0.25;
        }
        Complex[] spectrum = new FastFourierTransformer(DftNormalization.STANDARD).transform(signal, TransformType.FORWARD);
        System.out.println(Arrays.toString(Arrays.copyOf(spectrum, 5)));
        System.out.println(new Complex(1, 2).pow(new Complex(0.5, -1)) + " " + new Complex(-3, 4).sqrt().multiply(Complex.I).abs());
    }

    private static void statistics() {
        MersenneTwister random = new MersenneTwister(7);
        DescriptiveStatistics statistics = new DescriptiveStatistics();
        SimpleRegression regression = new SimpleRegression();
        for (int i = 0; i < 500; i++) {
            double value = random.nextGaussian() * 3 + i / 100.0;
            statistics.addValue(value);
            regression.addData(i, value);
        }
        show("moments", statistics.getMean(), statistics.getStandardDeviation(), statistics.getSkewness(), statistics.getKurtosis(), statistics.getPercentile(37.5));
        show("regression", regression.getSlope(), regression.getIntercept(), regression.getRSquare(), regression.getSignificance());
        NormalDistribution normal = new NormalDistribution(10, 2);
        show("normal", normal.cumulativeProbability(12), normal.inverseCumulativeProbability(0.975), normal.density(9));
        show("poisson", new PoissonDistribution(4.2).probability(3), new PoissonDistribution(4.2).cumulativeProbability(6));
    }

    private static void exact() {
        BigFraction sum = BigFraction.ZERO;
        for (int i = 1; i <= 30; i++) {
            sum = sum.add(new BigFraction(1, i));
        }
        System.out.println(sum + " " + sum.bigDecimalValue(30, 4) + " " + sum.pow(-2).reduce().doubleValue());
        System.out.println(ArithmeticUtils.gcd(1071L, 462L) + " " + CombinatoricsUtils.binomialCoefficient(49, 6) + " " + CombinatoricsUtils.factorial(20) + " " + ArithmeticUtils.pow(7L, 20));
    }

    private static void geometry() {
        Rotation rotation = new Rotation(new Vector3D(1, 1, 1), FastMath.PI / 5, RotationConvention.VECTOR_OPERATOR);
        Vector3D turned = rotation.applyTo(new Vector3D(3, -1, 2));
        show("turned", turned.toArray());
        show("quaternion", rotation.getQ0(), rotation.getQ1(), Vector3D.angle(turned, Vector3D.PLUS_K));
    }

    private static void equations() {
        FirstOrderDifferentialEquations pendulum = new FirstOrderDifferentialEquations() {
            @Override
            public int getDimension() {
                return 2;
            }

            @Override
            public void computeDerivatives(double t, double[] y, double[] derivative) {
                derivative[0] = y[1];
                derivative[1] = -FastMath.sin(y[0]) - 0.1 * y[1];
            }
        };
        double[] state = {2.0, 0.0};
        DormandPrince853Integrator integrator = new DormandPrince853Integrator(1e-8, 0.5, 1e-10, 1e-10);
        integrator.integrate(pendulum, 0, state, 20, state);
        show("pendulum", state[0], state[1], integrator.getEvaluations());
    }

    private static void fastMath() {
        double sum = 0;
        for (int i = -2000; i < 2000; i++) {
            double x = i * 0.37 + 0.01;
            sum += FastMath.sin(x) + FastMath.atan(x) + FastMath.cbrt(x) + FastMath.tanh(x / 50) + FastMath.log1p(FastMath.abs(x)) + FastMath.pow(FastMath.abs(x), 0.3);
        }
        show("sum", sum, FastMath.exp(709.5), FastMath.cosh(3.3), FastMath.nextUp(1.0), FastMath.IEEEremainder(7.5, 2));
    }

    private static void mistakes() {
        Runnable[] wrong = {
            () -> new BrentSolver().solve(100, x -> x * x + 1, 0, 1),
            () -> new NormalDistribution(0, -1),
            () -> CombinatoricsUtils.factorial(-3)
        };
        for (Runnable each : wrong) {
            try {
                each.run();
            } catch (MathIllegalArgumentException | MathIllegalStateException e) {
                System.out.println(e.getClass().getSimpleName());
            }
        }
    }
}
